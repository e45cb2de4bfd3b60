"""Runs the recipes on a small archive and compares what they give with the plain command line.

    test_recipes.py CLAIMLIGHT ARCHIVE [N_ARTICLES]

CLAIMLIGHT is the binary, built with the feature parquet; ARCHIVE the example that generates articles.
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

HERE = Path(__file__).resolve().parent
CLAIMLIGHT, ARCHIVE = (str(Path(path).resolve()) for path in sys.argv[1:3])
N_ARTICLES = int(sys.argv[3]) if len(sys.argv) > 3 else 400
# From so many articles on, Spark's start-up does not outweigh the scan, and how fast it is can be held to this share.
MANY = 20_000
LEAST_SHARE = 0.7


# How often the processes of a run are looked at, in seconds: what one does in its last moments is missed.
MOMENT = 0.1


def seconds_of_cores(session, seen):
    """Notes in `seen` how many seconds of a core each process of a session has taken so far (Linux)."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session:
            seen[path.parent.name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(command, **options):
    """Runs a command; gives what it said, the seconds of the clock, and those of all cores it and what it starts took."""
    began, seen = time.perf_counter(), {}
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as error:
        child = subprocess.Popen(command, stdout=out, stderr=error, text=True, start_new_session=True, **options)
        while child.poll() is None:
            seconds_of_cores(child.pid, seen)
            time.sleep(MOMENT)
        out.seek(0), error.seek(0)
        ran = subprocess.CompletedProcess(command, child.returncode, out.read(), error.read())
    return ran, time.perf_counter() - began, sum(seen.values())


def spark(cores, articles, findings, parts):
    """The Spark recipe on so many cores; gives what it printed, and the seconds of the clock and of cores."""
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    submit = shutil.which("spark-submit", path=str(Path(sys.executable).parent)) or "spark-submit"
    ran, clock, cores = timed([submit, "--master", f"local[{cores}]", "--driver-memory", "1g", "--conf", "spark.ui.enabled=false",
                          "--conf", f"spark.sql.files.maxPartitionBytes={1 << 21}", "--conf", "spark.sql.files.openCostInBytes=0",
                          str(HERE / "spark_findings.py"), "--claimlight", CLAIMLIGHT, "--parts", str(parts), str(articles), str(findings)],
                         env=environment)
    assert ran.returncode == 0, "\n".join(line for line in ran.stderr.splitlines() if " INFO " not in line)[-3000:]
    return ran.stdout, clock, cores


def rows(table):
    """How many rows of each finding, and the words of every attribution."""
    count = dict(duckdb.sql(f"SELECT finding, count(*) FROM {table} GROUP BY finding").fetchall())
    said = duckdb.sql(f"SELECT document, words, source FROM {table} WHERE finding = 'attribution' ORDER BY ALL").fetchall()
    return count, said


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        articles = folder / "articles"
        articles.mkdir()
        with open(articles / "archive.jsonl", "w", encoding="utf-8") as file:
            subprocess.run([ARCHIVE, str(N_ARTICLES), "7"], stdout=file, check=True)
            file.write('{"id": "empty"}\n')
        n_words = N_ARTICLES * 483
        source = str(articles / "archive.jsonl")

        plain, clock, one = timed([CLAIMLIGHT, "scan", "--format", "csv", "--unit", "char", "--keep-failed", "--jobs", "1",
                                   "--output", str(folder / "plain.csv"), source])
        assert plain.returncode == 1 and "neither" in plain.stderr, plain.stderr
        table, *_ = timed([CLAIMLIGHT, "scan", "--format", "parquet", "--unit", "char", "--keep-failed",
                           "--output", str(folder / "plain.parquet"), source])
        assert table.returncode == 1, table.stderr

        said, first_clock, first = spark(1, articles, folder / "findings", 2)
        assert "2 parts, of which 0 were there" in said, said
        # A part that is lost is done again, alone.
        lost = folder / "findings" / "part=1"
        shutil.rmtree(lost)
        said, *_ = spark(2, articles, folder / "findings", 2)
        assert "2 parts, of which 1 were there" in said and lost.exists(), said
        _, second_clock, second = spark(2, articles, folder / "findings-two", 1)
        nothing = folder / "nothing"
        nothing.mkdir()
        (nothing / "empty.jsonl").write_text('{"id": "empty", "text": "He left."}\n')
        _, start_clock, start = spark(2, nothing, folder / "findings-none", 1)

        by_spark = rows(f"read_parquet('{folder}/findings/*/*.parquet')")
        assert by_spark == rows(f"'{folder}/plain.parquet'"), "Spark and the command line differ"
        assert by_spark == rows(f"read_parquet('{folder}/findings-two/*/*.parquet')"), "one core and two differ"
        assert by_spark[0]["document"] == N_ARTICLES and by_spark[0]["error"] == 1, by_spark[0]
        with open(folder / "plain.csv", newline="", encoding="utf-8") as file:
            assert sum(1 for _ in csv.DictReader(file)) == sum(by_spark[0].values())

        duckdb.sql(f"CREATE VIEW findings AS FROM read_parquet('{folder}/findings/*/*.parquet')")
        questions = [question for question in (HERE / "questions.sql").read_text(encoding="utf-8").split(";") if question.strip()]
        assert len(questions) == 5
        for question in questions:
            # DuckDB makes two statements of a PIVOT; the last gives the answer.
            answer = duckdb.execute(question).fetchall()
            assert len(answer) > 1, question
            print(question.strip(), *answer, sep="\n")
        n_bytes = sum(file.stat().st_size for file in (folder / "findings").rglob("*.parquet"))
        print(f"{N_ARTICLES:,} articles, {n_words:,} words, {n_bytes / N_ARTICLES:,.0f} bytes of Parquet an article; Spark starts up in "
              f"{start_clock:.0f} seconds of the clock, {start:.0f} of a core")
        told("plain, one core", n_words, clock, one)
        told("Spark, one core", n_words, first_clock, first)
        told("Spark, two cores", n_words, second_clock, second)
        if N_ARTICLES >= MANY:
            share = (n_words / (second - start)) / (n_words / one)
            told("Spark, two cores, without start-up", n_words, second_clock - start_clock, second - start)
            print(f"Spark does {share:.0%} of the plain command line's words a second of a core")
            assert share >= LEAST_SHARE, f"less than {LEAST_SHARE:.0%}"


def told(what, n_words, clock, cores):
    """Says how fast a run was."""
    print(f"{what}: {n_words / clock:,.0f} words a second of the clock, {n_words / cores:,.0f} a second of a core")


if __name__ == "__main__":
    main()
