"""Runs the recipes on a small archive and compares what they give with the plain command line; then, if so many are asked for, measures them.

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
N_ARTICLES = 400
N_MEASURED = int(sys.argv[3]) if len(sys.argv) > 3 else 0
# What Spark must do of the plain command line's words a second of a core, its start-up apart.
LEAST_SHARE = 0.7

# How many bytes of articles a task takes: of few articles little, so that there is more than one.
LITTLE, MUCH = 1 << 20, 8 << 20


# How often the processes of a run are looked at, in seconds: what one does in its last moments is missed.
MOMENT = 0.25


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


def spark(cores, articles, findings, parts, partition=LITTLE):
    """The Spark recipe on so many cores; gives what it printed, and the seconds of the clock and of cores."""
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    submit = shutil.which("spark-submit", path=str(Path(sys.executable).parent)) or "spark-submit"
    ran, clock, cores = timed([submit, "--master", f"local[{cores}]", "--driver-memory", "1g", "--conf", "spark.ui.enabled=false",
                          "--conf", f"spark.sql.files.maxPartitionBytes={partition}", "--conf", "spark.sql.files.openCostInBytes=0",
                          str(HERE / "spark_findings.py"), "--claimlight", CLAIMLIGHT, "--parts", str(parts), str(articles), str(findings)],
                         env=environment)
    assert ran.returncode == 0, "\n".join(line for line in ran.stderr.splitlines() if " INFO " not in line)[-3000:]
    return ran.stdout, clock, cores


def rows(table):
    """How many rows of each finding, and the words of every attribution."""
    count = dict(duckdb.sql(f"SELECT finding, count(*) FROM {table} GROUP BY finding").fetchall())
    said = duckdb.sql(f"SELECT document, words, source FROM {table} WHERE finding = 'attribution' ORDER BY ALL").fetchall()
    return count, said


def write(folder, n_articles, more=""):
    """Generates articles into a new folder."""
    folder.mkdir()
    with open(folder / "archive.jsonl", "w", encoding="utf-8") as file:
        subprocess.run([ARCHIVE, str(n_articles), "7"], stdout=file, check=True)
        file.write(more)
    return folder


def scan(articles, output):
    """The plain command line on one core."""
    return timed([CLAIMLIGHT, "scan", "--format", output.suffix[1:], "--unit", "char", "--keep-failed", "--jobs", "1",
                  "--output", str(output), str(articles / "archive.jsonl")])


def test(folder):
    articles = write(folder / "articles", N_ARTICLES, '{"id": "empty"}\n')
    for name in ("plain.csv", "plain.parquet"):
        ran, *_ = scan(articles, folder / name)
        assert ran.returncode == 1 and "neither" in ran.stderr, ran.stderr

    said, *_ = spark(1, articles, folder / "findings", 2)
    assert "2 parts, of which 0 were there" in said, said
    # A part that is lost, and one that was broken off, are done again, alone.
    lost, whole = folder / "findings" / "part=1", folder / "findings" / "part=0"
    before = {file: file.stat().st_mtime_ns for file in whole.iterdir()}
    (lost / "_SUCCESS").unlink()
    (lost / "findings-99999.parquet").write_bytes(b"half")
    said, *_ = spark(2, articles, folder / "findings", 2)
    assert "2 parts, of which 1 were there" in said and not (lost / "findings-99999.parquet").exists(), said
    assert before == {file: file.stat().st_mtime_ns for file in whole.iterdir()}, "a part that was there is done again"
    spark(2, articles, folder / "findings-two", 1)

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


def measure(folder):
    """Spark beside the plain command line; what Spark takes to start is told apart, and taken off."""
    articles = write(folder / "many", N_MEASURED)
    _, start_clock, start = spark(2, write(folder / "none", 1), folder / "findings-none", 1)
    _, plain_clock, plain = scan(articles, folder / "many.parquet")
    n_words = duckdb.sql(f"SELECT sum(n_words) FROM '{folder}/many.parquet'").fetchone()[0]
    print(f"{N_MEASURED:,} articles, {n_words:,} words, {(folder / 'many.parquet').stat().st_size / N_MEASURED:,.0f} bytes of Parquet an article; "
          f"Spark starts up in {start_clock:.0f} seconds of the clock, {start:.0f} of a core")
    told("plain, one core", n_words, plain_clock, plain)
    shares = []
    for cores in (1, 2):
        _, clock, seconds = spark(cores, articles, folder / f"findings-{cores}", 1, MUCH)
        told(f"Spark, {cores} core(s), with start-up", n_words, clock, seconds)
        told(f"Spark, {cores} core(s), without", n_words, clock - start_clock, seconds - start)
        shares.append(plain / (seconds - start))
    print(f"Spark does {shares[0]:.0%} of the plain command line's words a second of a core on one core, {shares[1]:.0%} on two")
    assert min(shares) >= LEAST_SHARE, f"less than {LEAST_SHARE:.0%}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        test(Path(folder))
        if N_MEASURED:
            measure(Path(folder))


def told(what, n_words, clock, cores):
    """Says how fast a run was."""
    print(f"{what}: {n_words / clock:,.0f} words a second of the clock, {n_words / cores:,.0f} a second of a core", flush=True)


if __name__ == "__main__":
    main()
