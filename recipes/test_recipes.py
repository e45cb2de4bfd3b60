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


def timed(command, **options):
    began = time.perf_counter()
    ran = subprocess.run(command, text=True, capture_output=True, **options)
    return ran, time.perf_counter() - began


def spark(cores, articles, findings, parts):
    """The Spark recipe on so many cores; gives what it printed, and the seconds."""
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    submit = shutil.which("spark-submit", path=str(Path(sys.executable).parent)) or "spark-submit"
    ran, seconds = timed([submit, "--master", f"local[{cores}]", "--driver-memory", "1g", "--conf", "spark.ui.enabled=false",
                          "--conf", f"spark.sql.files.maxPartitionBytes={1 << 21}", "--conf", "spark.sql.files.openCostInBytes=0",
                          str(HERE / "spark_findings.py"), "--claimlight", CLAIMLIGHT, "--parts", str(parts), str(articles), str(findings)],
                         env=environment)
    assert ran.returncode == 0, "\n".join(line for line in ran.stderr.splitlines() if " INFO " not in line)[-3000:]
    return ran.stdout, seconds


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

        plain, one = timed([CLAIMLIGHT, "scan", "--format", "csv", "--unit", "char", "--keep-failed", "--jobs", "1",
                            "--output", str(folder / "plain.csv"), source])
        assert plain.returncode == 1 and "neither" in plain.stderr, plain.stderr
        table, _ = timed([CLAIMLIGHT, "scan", "--format", "parquet", "--unit", "char", "--keep-failed",
                          "--output", str(folder / "plain.parquet"), source])
        assert table.returncode == 1, table.stderr

        said, first = spark(1, articles, folder / "findings", 2)
        assert "2 parts, of which 0 were there" in said, said
        # A part that is lost is done again, alone.
        lost = folder / "findings" / "part=1"
        shutil.rmtree(lost)
        said, _ = spark(2, articles, folder / "findings", 2)
        assert "2 parts, of which 1 were there" in said and lost.exists(), said
        _, second = spark(2, articles, folder / "findings-two", 1)

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
        print(f"{N_ARTICLES} articles, {n_words} words: plain, one core {n_words / one:,.0f} words/s; "
              f"Spark with start-up, one core {n_words / first:,.0f}, two {n_words / second:,.0f}; {n_bytes / N_ARTICLES:,.0f} bytes of Parquet an article")


if __name__ == "__main__":
    main()
