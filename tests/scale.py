"""Sends generated articles through the command line, streamed and never stored, and says how fast and in how much memory.

    scale.py CLAIMLIGHT ARCHIVE N_ARTICLES

CLAIMLIGHT is the binary, ARCHIVE the example that generates articles. It fails if a report is missing, if memory grows over 200 MB, or
if a core does less than nine tenths of what it does on one long document. Speed is in words for each second of a core, so that a
machine that has other work too does not decide.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLAIMLIGHT, ARCHIVE, N_ARTICLES = sys.argv[1], sys.argv[2], int(sys.argv[3])
SEED = "7"
MOST_MEMORY = 200
LEAST_SHARE = 0.9
# The one document is this many articles, scanned so many times: what is left of chance is the machine's.
ARTICLES_OF_ONE = 300
TIMES = 5


def words(lines):
    """How many words the reports count."""
    marker = b'"counts":{"words":'
    return sum(int(line.rpartition(marker)[2].split(b",")[0]) for line in lines)


def ended(child):
    """Waits for a child; gives its seconds of a core and its most memory in MB."""
    _, status, usage = os.wait4(child.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, f"claimlight ended with {os.waitstatus_to_exitcode(status)}"
    child.returncode = 0
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


def of_one(folder):
    """Words a second of a core over one long document, without start-up."""
    texts = subprocess.run([ARCHIVE, str(ARTICLES_OF_ONE), SEED], capture_output=True, check=True).stdout.splitlines()
    long = b"\\n\\n".join(line.partition(b'"text":"')[2].removesuffix(b'"}') for line in texts)
    document, short = folder / "one.jsonl", folder / "short.jsonl"
    document.write_bytes(b'{"text":"' + long + b'"}\n')
    short.write_bytes(b'{"text":"He left."}\n')
    command = [CLAIMLIGHT, "scan", "--format", "jsonl", "--jobs", "1"]
    n_words = words([subprocess.run([*command, document], capture_output=True, check=True).stdout])
    seconds = {path: min(ended(subprocess.Popen([*command, path], stdout=subprocess.DEVNULL))[0] for _ in range(TIMES)) for path in (document, short)}
    return n_words / (seconds[document] - seconds[short])


def of_many():
    """Words of all articles, seconds of a core, seconds of the clock, memory in MB, and how many reports there are."""
    began = time.perf_counter()
    articles = subprocess.Popen([ARCHIVE, str(N_ARTICLES), SEED], stdout=subprocess.PIPE)
    scan = subprocess.Popen([CLAIMLIGHT, "scan", "--from", "jsonl", "--format", "jsonl"], stdin=articles.stdout, stdout=subprocess.PIPE)
    articles.stdout.close()
    count = subprocess.Popen(["wc", "-lc"], stdin=scan.stdout, stdout=subprocess.PIPE)
    scan.stdout.close()
    seconds, memory = ended(scan)
    n_reports, n_bytes = map(int, count.communicate()[0].split())
    assert articles.wait() == 0 and count.returncode == 0
    return seconds, time.perf_counter() - began, memory, n_reports, n_bytes


def words_of_article():
    """How many words a generated article has, counted in the first thousand."""
    articles = subprocess.Popen([ARCHIVE, "1000", SEED], stdout=subprocess.PIPE)
    command = [CLAIMLIGHT, "scan", "--from", "jsonl", "--format", "jsonl"]
    return words(subprocess.run(command, stdin=articles.stdout, capture_output=True, check=True).stdout.splitlines()) / 1000


def main():
    with tempfile.TemporaryDirectory() as folder:
        one = of_one(Path(folder))
    n_words = words_of_article() * N_ARTICLES
    seconds, clock, memory, n_reports, n_bytes = of_many()
    share = n_words / seconds / one
    print(f"{n_reports:,} articles, {n_words / 1e6:,.1f} million words: {seconds:,.0f} seconds of a core, {clock:,.0f} of the clock, {memory:.0f} MB at most, "
          f"{n_bytes / 1e9:,.1f} GB of reports")
    print(f"words a second of a core: {n_words / seconds:,.0f}; one long document {one:,.0f}; share {share:.0%}")
    assert n_reports == N_ARTICLES, "reports are missing"
    assert memory <= MOST_MEMORY, f"it takes more than {MOST_MEMORY} MB"
    assert share >= LEAST_SHARE, f"a core does less than {LEAST_SHARE:.0%} of what it does on one document"


if __name__ == "__main__":
    main()
