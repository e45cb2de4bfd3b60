"""Measures the recipe for Spark beside the plain command line, and says on paper what a hundred million articles would take.

    measure.py CLAIMLIGHT ARCHIVE N_ARTICLES

CLAIMLIGHT is the binary, built with the feature parquet; ARCHIVE the example that generates articles. It fails if Spark does less than
LEAST_SHARE of the plain command line's words a second of a core, its start-up apart. To be run where nothing else is.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from runs import ENVIRONMENT, documented, of_session, spark

CLAIMLIGHT, ARCHIVE = (str(Path(path).resolve()) for path in sys.argv[1:3])
N_ARTICLES = int(sys.argv[3])
LEAST_SHARE = 0.7
# The archive is cut into so many files, so that the last cores do not wait for one.
N_FILES = 16
# How often the processes of a run are looked at, in seconds: what one does in its last moments is missed.
MOMENT = 0.25
ON_PAPER = 100_000_000


def timed(command, folder):
    """Runs a command; gives the seconds of the clock, and those of all cores that it and what it starts took."""
    began, seen = time.perf_counter(), {}
    with tempfile.TemporaryFile("w+") as error:
        child = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=error, start_new_session=True)
        while child.poll() is None:
            seen.update(of_session(child.pid))
            time.sleep(MOMENT)
        error.seek(0)
        assert child.returncode == 0, error.read()[-3000:]
    return time.perf_counter() - began, sum(seen.values())


def archive(folder, n_articles, n_files):
    """Generates articles into files of a new folder."""
    folder.mkdir()
    for seed in range(n_files):
        with open(folder / f"{seed}.jsonl", "wb") as file:
            subprocess.run([ARCHIVE, str(n_articles // n_files), str(seed)], stdout=file, check=True)
    return folder


def by_spark(folder, articles, cores):
    """Spark on so many cores, all of them on this machine."""
    command = documented("spark-submit recipes", folder, ARTICLES=articles, FINDINGS=folder / f"{articles.name}-{cores}")
    return timed(spark(command, "--master", f"local[{cores}]"), folder)


def told(what, n_words, clock, cores):
    """Says how fast a run was."""
    print(f"{what}: {n_words / clock:,.0f} words a second of the clock, {n_words / cores:,.0f} a second of a core", flush=True)


def told_on_paper(n_words, n_bytes, n_bytes_of_findings, one, two, start):
    """What ON_PAPER articles would take, at the seconds of a core that one and two cores took for N_ARTICLES."""
    times = ON_PAPER / N_ARTICLES
    loss = two / one
    print(f"on paper, {ON_PAPER:,} articles: {n_words * times / 1e9:,.1f} billion words, {n_bytes * times / 1e9:,.0f} GB to read once, "
          f"{n_bytes_of_findings * times / 1e9:,.0f} GB of findings; from one core to two each word took {loss - 1:+.0%} of a core")
    for cores, doublings in ((1, 0), (2, 1), (16, 4), (128, 7)):
        hours = [seconds * times / cores / 3600 + start / 3600 for seconds in (one if cores == 1 else two, one * max(loss, 1) ** doublings)]
        print(f"  {cores} cores: {hours[0]:,.1f} hours if more cost no more than two, {hours[1]:,.1f} if each doubling costs what that did")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.symlink(CLAIMLIGHT, folder / "claimlight")
        articles = archive(folder / "many", N_ARTICLES, N_FILES)
        start_clock, start = by_spark(folder, archive(folder / "none", 1, 1), 2)
        plain = ["./claimlight", "scan", "--format", "parquet", "--unit", "char", "--keep-failed", "--jobs", "1", "--output", "many.parquet", "many"]
        plain_clock, plain_cores = timed(plain, folder)
        n_words = duckdb.sql(f"SELECT sum(n_words) FROM '{folder}/many.parquet'").fetchone()[0]
        print(f"{N_ARTICLES:,} articles, {n_words:,} words; Spark starts up in {start_clock:.0f} seconds of the clock, {start:.0f} of a core")
        told("plain, one core", n_words, plain_clock, plain_cores)
        seconds = []
        for cores in (1, 2):
            clock, of_cores = by_spark(folder, articles, cores)
            told(f"Spark, {cores} core(s), with start-up", n_words, clock, of_cores)
            told(f"Spark, {cores} core(s), without", n_words, clock - start_clock, of_cores - start)
            seconds.append(of_cores - start)
        n_bytes, n_bytes_of_findings = (sum(file.stat().st_size for file in files.iterdir()) for files in (articles, folder / "many-1"))
        told_on_paper(n_words, n_bytes, n_bytes_of_findings, *seconds, start_clock)
        shares = [plain_cores / each for each in seconds]
        print(f"Spark does {shares[0]:.0%} of the plain command line's words a second of a core on one core, {shares[1]:.0%} on two")
        assert min(shares) >= LEAST_SHARE, f"less than {LEAST_SHARE:.0%}"


if __name__ == "__main__":
    main()
