"""Sends generated articles through the command line, streamed and never stored, and says how fast and in how much memory.

    scale.py CLAIMLIGHT ARCHIVE N_ARTICLES [JOBS]

CLAIMLIGHT is the binary, ARCHIVE the example that generates articles. It fails if a report is missing, if memory grows over 200 MB, or
if all cores together do less than nine tenths of what one does alone, on long documents or their articles, times the cores. The clock decides, so
that a core that stands idle counts as one that does nothing; with JOBS=1 it must fail. What the generator and the counting of the output take of the
cores is measured and not counted as the reader's. What other programs take is: run it where nothing else runs; it says how much that was.
"""
import os
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLAIMLIGHT, ARCHIVE, N_ARTICLES = sys.argv[1], sys.argv[2], int(sys.argv[3])
# The reader is given these, to see that it fails if cores stand idle.
JOBS = ["--jobs", sys.argv[4]] if len(sys.argv) > 4 else []
N_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
SEED = "7"
MOST_MEMORY = 200
LEAST_SHARE = 0.9
# One core alone is given this many articles, or as many in long documents, so many times before the many and so many after. Each time
# takes seconds. What others do to the speed of this machine from minute to minute is to be in both: the many are stopped every so many
# seconds, and one core has the machine.
ARTICLES_OF_ONE = 3000
ARTICLES_A_DOCUMENT = 300
TIMES = 3
PACE = 30


def words(lines):
    """How many words the reports count."""
    marker = b'"counts":{"words":'
    return sum(int(line.rpartition(marker)[2].split(b",")[0]) for line in lines)


def ended(child):
    """Waits for a child; gives its seconds of a core and its most memory in MB."""
    _, status, usage = os.wait4(child.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, f"{child.args[0]} ended with {os.waitstatus_to_exitcode(status)}"
    child.returncode = 0
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


def of_one_core(folder, times=TIMES):
    """Seconds of one core over nothing, over long documents and over the articles they are made of, each so many times."""
    def seconds(name):
        command = [CLAIMLIGHT, "scan", "--format", "jsonl", "--jobs", "1", folder / f"{name}.jsonl"]
        return ended(subprocess.Popen(command, stdout=subprocess.DEVNULL))[0]
    return [{name: seconds(name) for name in ("short", "documents", "articles")} for _ in range(times)]


def texts_of_one(folder):
    """Writes what one core is given; gives how many words long documents and articles have."""
    articles = subprocess.run([ARCHIVE, str(ARTICLES_OF_ONE), SEED], capture_output=True, check=True).stdout.splitlines()
    bodies = [line.partition(b'"text":"')[2].removesuffix(b'"}') for line in articles]
    documents = [b'{"text":"' + b"\\n\\n".join(bodies[at:at + ARTICLES_A_DOCUMENT]) + b'"}' for at in range(0, len(bodies), ARTICLES_A_DOCUMENT)]
    for name, lines in (("short", [b'{"text":"He left."}']), ("documents", documents), ("articles", articles)):
        (folder / f"{name}.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    return {name: counted(folder / f"{name}.jsonl") for name in ("documents", "articles")}


def counted(file):
    """How many words a file of documents has. Read line by line: what this program once held is counted as its children's memory too."""
    scan = subprocess.Popen([CLAIMLIGHT, "scan", "--format", "jsonl", file], stdout=subprocess.PIPE)
    n_words = words(scan.stdout)
    ended(scan)
    return n_words


def busy():
    """Seconds of a core that the whole machine has worked since it was started; nothing where no file says it."""
    try:
        with open("/proc/stat", encoding="ascii") as file:
            user, nice, system, _, _, *others = map(int, file.readline().split()[1:9])
    except FileNotFoundError:
        return 0
    return (user + nice + system + sum(others)) / os.sysconf("SC_CLK_TCK")


def in_between(folder, parts):
    """Seconds of one core while the parts of the run are stopped, and for how many of the clock they were."""
    began = time.perf_counter()
    for part in parts:
        os.kill(part.pid, signal.SIGSTOP)
    try:
        return of_one_core(folder, 1), time.perf_counter() - began
    finally:
        for part in parts:
            os.kill(part.pid, signal.SIGCONT)


def of_many(folder):
    """Seconds of a core that the reader took, and that it could have had; its memory in MB; how many reports and bytes; seconds of one core in between."""
    before, began, stopped, between = busy(), time.perf_counter(), 0, []
    articles = subprocess.Popen([ARCHIVE, str(N_ARTICLES), SEED], stdout=subprocess.PIPE)
    scan = subprocess.Popen([CLAIMLIGHT, "scan", "--from", "jsonl", "--format", "jsonl", *JOBS], stdin=articles.stdout, stdout=subprocess.PIPE)
    articles.stdout.close()
    count = subprocess.Popen(["wc", "-lc"], stdin=scan.stdout, stdout=subprocess.PIPE, text=True)
    scan.stdout.close()
    while not select.select([count.stdout], [], [], PACE)[0]:
        alone, seconds = in_between(folder, (articles, scan, count))
        between += alone
        stopped += seconds
    n_reports, n_bytes = map(int, count.stdout.read().split())
    seconds, memory = ended(scan)
    clock = time.perf_counter() - began - stopped
    beside = ended(articles)[0] + ended(count)[0]
    others = max(0, busy() - before - seconds - beside - sum(sum(alone.values()) for alone in between))
    print(f"{clock:,.1f} seconds of the clock on {N_CORES} cores; of a core the reader took {seconds:,.1f}, the generator and counting {beside:,.1f}, "
          f"other programs {others:,.1f}; idle {clock * N_CORES - seconds - beside - others:,.1f}")
    return (seconds, clock * N_CORES - beside, memory, n_reports, n_bytes), between


def words_of_article():
    """How many words a generated article has, counted in the first thousand."""
    articles = subprocess.Popen([ARCHIVE, "1000", SEED], stdout=subprocess.PIPE)
    command = [CLAIMLIGHT, "scan", "--from", "jsonl", "--format", "jsonl"]
    return words(subprocess.run(command, stdin=articles.stdout, capture_output=True, check=True).stdout.splitlines()) / 1000


def main():
    with tempfile.TemporaryDirectory() as name:
        n_words = texts_of_one(Path(name))
        before, (many, between), after = of_one_core(Path(name)), of_many(Path(name)), of_one_core(Path(name))
    rates = {name: rate(name, n_words[name], before, between, after) for name in n_words}
    judge(max(rates.values()), *many)


def rate(name, n_words, before, between, after):
    """How many words a second one core does alone, on the mean; prints each time. Before and after are as long as one time in between."""
    def seconds(times):
        return [alone[name] - alone["short"] for alone in times]
    print(f"one core alone, {name}:", "; ".join(" ".join(f"{one:.2f}" for one in seconds(times)) + f" s {when}"
          for times, when in ((before, "before"), (between, "in between"), (after, "after")) if times), end="; ")
    times = [statistics.median(seconds(before)), *seconds(between), statistics.median(seconds(after))]
    mean = statistics.mean(n_words / one for one in times)
    print(f"{mean:,.0f} words a second")
    return mean


def judge(alone, seconds, had, memory, n_reports, n_bytes):
    """Says how many words a second the many were, and fails if that is too little beside what one core does ALONE."""
    n_words = words_of_article() * N_ARTICLES
    print(f"{n_reports:,} articles, {n_words / 1e6:,.1f} million words, {memory:.0f} MB at most, {n_bytes / 1e9:,.2f} GB of reports; words a second: "
          f"{n_words / seconds:,.0f} of a core it worked on, {n_words / had:,.0f} of a core it could have had, {n_words / had / alone:.0%} of one alone")
    assert n_reports == N_ARTICLES, "reports are missing"
    assert memory <= MOST_MEMORY, f"it takes more than {MOST_MEMORY} MB"
    assert n_words / had >= LEAST_SHARE * alone, f"the cores do less than {LEAST_SHARE:.0%} of what one does alone"


if __name__ == "__main__":
    main()
