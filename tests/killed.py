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
# Up to which part of what is written in the end, so that ten come before that.
LAST = 0.97
# How often is looked how much there is, in seconds.
MOMENT = 0.02
COMMAND = [CLAIMLIGHT, "scan", "--format", "csv", "archive.jsonl"]


def undisturbed(folder):
    """The hash of all that is written, and how long it is."""
    length, digest = 0, hashlib.sha256()
    with subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.PIPE) as child:
        while piece := child.stdout.read(1 << 20):
            digest.update(piece)
            length += len(piece)
    assert child.returncode == 0, f"it ended with {child.returncode}"
    return digest.hexdigest(), length


def killed(folder, length):
    """The same by runs that are killed, each when a random part of what is written in the end is there; how long the output was then."""
    seed = random.randrange(1 << 32)
    print(f"dice {seed}", flush=True)
    dice, lengths, table = random.Random(seed), [], folder / "findings.csv"
    for moment in sorted(dice.uniform(0, LAST * length) for _ in range(N_KILLS)):
        child = subprocess.Popen([*COMMAND, "--output", "findings.csv", "--resume"], cwd=folder)
        while child.poll() is None and (not table.exists() or table.stat().st_size < moment):
            time.sleep(MOMENT)
        assert child.poll() is None, f"it ended with {child.returncode} before it was killed"
        child.kill()
        child.wait()
        lengths.append(table.stat().st_size)
    subprocess.run([*COMMAND, "--output", "findings.csv", "--resume"], cwd=folder, check=True)
    digest = hashlib.sha256()
    with open(table, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest(), lengths


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        folder = Path(name)
        with open(folder / "archive.jsonl", "wb") as file:
            subprocess.run([ARCHIVE, str(N_ARTICLES), "7"], stdout=file, check=True)
        expected, length = undisturbed(folder)
        given, lengths = killed(folder, length)
    written = ", ".join(f"{size / 1e6:,.1f}" for size in lengths)
    print(f"{N_ARTICLES:,} articles, killed {len(lengths)} times, when the output had {written} of {length / 1e6:,.1f} MB")
    assert given == expected, "what the resumed run wrote is not what the undisturbed one did"
    print("resumed, it wrote the same, byte for byte")


if __name__ == "__main__":
    main()
