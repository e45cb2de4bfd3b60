"""Kills a run over generated articles at random moments and resumes it each time: what is written in the end must be what an undisturbed run writes.

    killed.py CLAIMLIGHT ARCHIVE N_ARTICLES

CLAIMLIGHT is the binary, ARCHIVE the example that generates articles. A million take 3 GB of disk, and their findings 17.
"""
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLAIMLIGHT, ARCHIVE = (str(Path(path).resolve()) for path in sys.argv[1:3])
N_ARTICLES = int(sys.argv[3])
N_KILLS = 10
# After which part of the undisturbed run's time a run is killed, so that ten of them come before the end.
PARTS = (0.01, 0.15)
COMMAND = [CLAIMLIGHT, "scan", "--format", "csv", "archive.jsonl"]


def undisturbed(folder):
    """The hash of all that is written, and the seconds it took."""
    began, digest = time.perf_counter(), hashlib.sha256()
    with subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.PIPE) as child:
        while piece := child.stdout.read(1 << 20):
            digest.update(piece)
    assert child.returncode == 0, f"it ended with {child.returncode}"
    return digest.hexdigest(), time.perf_counter() - began


def killed(folder, seconds):
    """The same by runs that are killed, each after a random part of so many seconds; how many there were, and how long the output was then."""
    dice, lengths, table = random.Random(), [], folder / "findings.csv"
    while True:
        child = subprocess.Popen([*COMMAND, "--output", "findings.csv", "--resume"], cwd=folder)
        try:
            child.wait(dice.uniform(*PARTS) * seconds if len(lengths) < N_KILLS else None)
            break
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            lengths.append(table.stat().st_size if table.exists() else 0)
    assert child.returncode == 0, f"it ended with {child.returncode}"
    with open(table, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), lengths


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        folder = Path(name)
        with open(folder / "archive.jsonl", "wb") as file:
            subprocess.run([ARCHIVE, str(N_ARTICLES), "7"], stdout=file, check=True)
        expected, seconds = undisturbed(folder)
        given, lengths = killed(folder, seconds)
        print(f"{N_ARTICLES:,} articles, killed {len(lengths)} times, when the output had {', '.join(f'{length / 1e6:,.1f}' for length in lengths)} "
              f"of {(folder / 'findings.csv').stat().st_size / 1e6:,.1f} MB")
    assert len(lengths) == N_KILLS, "it was done before it was killed so often; take more articles"
    assert given == expected, "what the resumed run wrote is not what the undisturbed one did"
    print("resumed, it wrote the same, byte for byte")


if __name__ == "__main__":
    main()
