"""Asks the five questions of a small archive, as the README shows it, and compares the answers with those found by reading it; and of one
so large that DuckDB guesses its columns by its first rows.

    questions.py CLAIMLIGHT

CLAIMLIGHT is the binary, built with the feature parquet. The archive is articles.jsonl beside this file, its answers are answers.csv.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from runs import ENVIRONMENT, RECIPES, documented

HERE = Path(__file__).resolve().parent
CLAIMLIGHT = str(Path(sys.argv[1]).resolve())
# More documents than the rows by which DuckDB guesses what a column of CSV holds (20,480), each of which has a row at least.
N_MANY = 21_000
TABLES = ("findings.parquet", "findings.csv")


def of_csv():
    """Of what the view of CSV is, as the README shows it."""
    return re.search(r"`(FROM read_csv\('findings\.csv'[^`]*)`", (RECIPES / "README.md").read_text(encoding="utf-8"))[1]


def answers(folder, articles, table):
    """What DuckDB answers of a table, as CSV."""
    subprocess.run([CLAIMLIGHT, "scan", "--format", table.rpartition(".")[2], "--output", table, articles], cwd=folder, check=True)
    duckdb, *rest = documented("duckdb", folder)
    if table == "findings.csv":
        of_parquet, rest = rest, [part.replace("FROM 'findings.parquet'", of_csv()) for part in rest]
        assert rest != of_parquet, "what is asked is the other table"
    command = [duckdb, "-csv", "-nullvalue", "NULL", *rest]
    ran = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    assert ran.returncode == 0 and not ran.stderr, ran.stderr
    return ran.stdout


def many(path):
    """An archive whose first ids, dates, outlets and sections are numbers and days, and none of the last is."""
    said = {"id": "1", "date": "2024-05-01", "outlet": "24", "section": "7"}
    late = {"id": "late-7", "date": "garbage", "outlet": "Herald", "section": "Town", "text": "Rents doubled in a year. The late mayor said so."}
    lines = [*([{**said, "text": "The road is long."}] * N_MANY), {**late, "date": "2024"}, late]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def main():
    expected = (HERE / "answers.csv").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(HERE / "articles.jsonl", folder)
        for table in TABLES:
            given = answers(folder, "articles.jsonl", table)
            assert given == expected, f"of {table}:\n{given}\nexpected:\n{expected}"
        many(folder / "many.jsonl")
        given = [answers(folder, "many.jsonl", table) for table in TABLES]
        assert given[0] == given[1] and "late-7" in given[1], "\nof CSV:\n".join(given)
    print("DuckDB: five questions answered as expected, of Parquet and of CSV")


if __name__ == "__main__":
    main()
