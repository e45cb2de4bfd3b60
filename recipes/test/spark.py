"""Runs the recipe for Spark on small archives, whole and at fault, and compares each row with what the plain command line gives.

    spark.py CLAIMLIGHT ARCHIVE

CLAIMLIGHT is the binary, built with the features parquet and warc; ARCHIVE the example that generates articles.
"""
import datetime
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

import duckdb
import pyarrow as pa
from pyarrow import parquet
from pyspark.sql import SparkSession

from runs import ENVIRONMENT, RECIPES, documented, of_session, spark

sys.path.insert(0, str(RECIPES))
from spark_findings import articles, found  # noqa: E402

CLAIMLIGHT, ARCHIVE = (str(Path(path).resolve()) for path in sys.argv[1:3])
N_FILES, N_ARTICLES = 12, 100
# After how many tables the run is killed.
N_BEFORE = 3

FAULTS = b"""{"id": "whole", "text": "The mayor said so."}
this is not json

{"id": "neither"}
{"id": "list", "text": ["The mayor said so."]}
{"id": "both", "text": "The mayor said so.", "html": "<p>x</p>"}
{"id": "not UTF-8", "text": "\xff"}
{"text": "It has no name, the mayor said."}
{"id": "cut", "text": "The may"""
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Bridge</h1><p>The bridge may close in June, the mayor said.</p>"
RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nWARC-Date: 2026-11-24T07:00:00Z\r\n" \
    b"WARC-Target-URI: https://aldwick.example/bridge\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"


def archive(folder):
    """Articles in many files of folders, and beside them all that is at fault in an archive."""
    lines = subprocess.run([ARCHIVE, str(N_FILES * N_ARTICLES), "7"], stdout=subprocess.PIPE, check=True).stdout.splitlines(keepends=True)
    for number in range(N_FILES):
        path = folder / f"date={2015 + number % 3}" / f"{number}.jsonl{'.gz' if number % 2 else ''}"
        path.parent.mkdir(parents=True, exist_ok=True)
        of_file = b"".join(lines[number * N_ARTICLES:][:N_ARTICLES])
        path.write_bytes(gzip.compress(of_file) if number % 2 else of_file)
    packed = bytearray(gzip.compress(b"".join(lines[:N_ARTICLES])))
    (folder / "cut.jsonl.gz").write_bytes(packed[:len(packed) // 2])
    packed[len(packed) // 2] ^= 0xff
    (folder / "damaged.jsonl.gz").write_bytes(packed)
    (folder / "faults.jsonl").write_bytes(FAULTS)
    (folder / "pages.warc").write_bytes(RECORD % (len(PAGE), PAGE))
    (folder / "notes.pdf").write_bytes(b"%PDF")


def plain(folder, name, *options):
    """The findings of the plain command line."""
    command = [CLAIMLIGHT, "scan", "--format", "parquet", "--unit", "char", "--keep-failed", "--output", "plain.parquet", *options, name]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 1, ran.stderr
    return folder / "plain.parquet"


def compare(findings, plain, more="false"):
    """Every row of one is one of the other, but for those of Spark that `more` describes."""
    rows = {"spark": f"SELECT * FROM read_parquet('{findings}/*.parquet') WHERE NOT ({more})", "plain": f"FROM '{plain}'"}
    for one, other in (("spark", "plain"), ("plain", "spark")):
        alone = duckdb.sql(f"({rows[one]}) EXCEPT ALL ({rows[other]})").fetchall()
        assert not alone, f"{len(alone)} rows of {one} alone, such as {alone[0]}"


def run(command, folder, status=0):
    """What a run says."""
    ran = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    said = "\n".join(line for line in ran.stderr.splitlines() if " INFO " not in line)
    assert ran.returncode == status, f"{ran.returncode}: {ran.stdout}\n{said[-3000:]}"
    return ran.stdout + said


def kill(command, folder, findings):
    """Begins a run and kills all of it in the middle; gives the tables that are there."""
    child = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while len(list(findings.glob("*.parquet"))) < N_BEFORE:
        assert child.poll() is None, f"it ended with {child.returncode} before it was killed"
        time.sleep(0.02)
    for process, _ in of_session(child.pid):
        os.kill(process, signal.SIGKILL)
    child.wait()
    return sorted(findings.glob("*.parquet"))


def test_restart(folder):
    """An archive with faults, killed and restarted: what the plain command line gives, and what was there is not read again."""
    archive(folder / "articles")
    expected, findings = plain(folder, "articles"), folder / "findings"
    command = documented("spark-submit recipes", folder, ARTICLES="articles", FINDINGS=findings)
    there = kill(spark(command, "--master", "local[1]"), folder, findings)
    files = articles(str(folder / "articles"), str(findings), None)
    assert N_BEFORE <= len(there) < len(files), "it was killed too late"
    (findings / ".claimlight-7-half.parquet").write_bytes(b"half")
    before = {table: table.stat().st_mtime_ns for table in there}
    # Whoever read these files again would find no document.
    for file in files:
        if findings / f"{file.table}.parquet" in there:
            was = os.stat(file.path)
            Path(file.path).write_bytes(b"\n" * was.st_size)
            os.utime(file.path, ns=(was.st_atime_ns, was.st_mtime_ns))
    said = run(spark(command, "--master", "local[2]"), folder)
    assert f"{len(files)} files, of which {len(there)} were there" in said and "1 files are passed over" in said, said
    assert {table: table.stat().st_mtime_ns for table in there} == before, "a table that was there is written again"
    assert len(list(findings.iterdir())) == len(files), "something is left of the run that was killed"
    compare(findings, expected)
    with open(folder / "articles" / "faults.jsonl", "ab") as file:
        file.write(b"\n")
    assert "changed" in run([sys.executable, *command[1:]], folder, status=1)
    print(f"Spark: of {len(files)} files {len(there)} were there when it was killed; restarted, it gives the rows of the plain command line")
    return findings


def tables(folder):
    """Articles as Parquet in folders that say their date and outlet, with files at fault; beside them the same as lines."""
    texts = {"id": ["a", None, "c"], "text": ["The mayor said so.", "The bridge may close.", None]}
    days = {"id": [1, 2], "html": [b"<p>The mayor said so.</p>", b"\xff"], "date": [datetime.date(2024, 5, 1), None]}
    lists = {"id": ["list"], "text": [["The mayor said so."]], "html": [None]}
    under = "date=2023-03-01/outlet=Evening%20Post/texts.parquet"
    for name, columns in ((under, texts), ("days.parquet", days), ("lists.parquet", lists), ("no-text.parquet", {"body": ["x"]})):
        (folder / "tables" / name).parent.mkdir(parents=True, exist_ok=True)
        parquet.write_table(pa.table(columns), folder / "tables" / name)
    (folder / "tables" / "broken.parquet").write_bytes(b"PAR1 nothing PAR1")
    said = {"date": "2023-03-01", "outlet": "Evening Post"}
    lines = {under: [{"id": "a", "text": texts["text"][0], **said}, {"text": texts["text"][1], **said}, {"id": "c", **said}],
             "days.parquet": [{"id": 1, "html": "<p>The mayor said so.</p>", "date": "2024-05-01"}, {"id": 2, "html": "\udcff"}],
             "lists.parquet": [{"id": "list", "text": ["The mayor said so."]}]}
    for name, of_file in lines.items():
        path = folder / "mirror" / "tables" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(line) + "\n" for line in of_file), encoding="utf-8")


def test_parquet(folder):
    """Parquet in folders on a cluster of two, the binary sent from the folder that holds it; files at fault are rows, and tried again."""
    tables(folder)
    expected, findings = plain(folder / "mirror", "tables", "--from", "jsonl"), folder / "findings-tables"
    command = spark(documented("spark-submit --master yarn", folder, yarn="local-cluster[2,1,1024]", ARTICLES=folder / "tables", FINDINGS=findings))
    said = run(command, folder, status=1)
    assert "5 files, of which 0 were there; 3 documents scanned, 5 errors" in said and "tried again" in said, said
    at_fault = "document IN ('tables/broken.parquet', 'tables/no-text.parquet')"
    compare(findings, expected, at_fault)
    words = dict(duckdb.sql(f"SELECT document, error FROM '{findings}/*.parquet' WHERE {at_fault}").fetchall())
    assert words["tables/no-text.parquet"] == "tables/no-text.parquet: has no column text or html, but body", words
    assert "arquet" in words["tables/broken.parquet"].removeprefix("tables/broken.parquet"), words

    (folder / "tables" / "no-text.parquet").unlink()
    shutil.copy(folder / "tables" / "lists.parquet", folder / "tables" / "broken.parquet")
    said = run(command, folder)
    assert "4 files, of which 3 were there; 0 documents scanned, 1 errors" in said, said
    print("Spark: Parquet in folders, on two nodes that were sent the binary, gives the rows of the plain command line; files at fault are tried again")


def test_listed(folder):
    """Which files are articles: those the command line reads, but for links that lead round, findings among them, and names in capitals."""
    archive, elsewhere = folder / "listed", folder / "elsewhere"
    for name in ("a.jsonl", "B.JSONL", "in/c.jsonl", "findings/table.parquet", "findings/old.failed.parquet", "findings/in/d.jsonl"):
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        (archive / name).write_text('{"text": "The mayor said so."}\n')
    elsewhere.mkdir()
    (elsewhere / "e.jsonl").write_text('{"text": "The mayor said so."}\n')
    for name, target in (("self", archive), ("beside", elsewhere), ("f.jsonl", elsewhere / "e.jsonl"), ("gone.jsonl", folder / "nowhere")):
        (archive / name).symlink_to(target)
    expected = {f"listed/{name}" for name in ("a.jsonl", "B.JSONL", "in/c.jsonl", "f.jsonl", "gone.jsonl")}
    listed = [file.name for file in articles(str(archive), str(archive / "findings"), None)]
    assert sorted(listed) == sorted(expected), listed
    read = duckdb.sql(f"SELECT DISTINCT regexp_replace(place, ':.*', '') FROM '{plain(folder, 'listed')}'").fetchall()
    assert {name for name, in read} == expected | {"listed/findings/in/d.jsonl"}, read
    # The command line reads this one; pyarrow cannot.
    Path(os.fsdecode(bytes(archive) + b"/caf\xe9.jsonl")).touch()
    assert sorted(file.name for file in articles(str(archive), str(archive / "findings"), None)) == sorted(expected)
    try:
        articles(str(archive), str(elsewhere / ".." / "listed"), None)
    except SystemExit as refused:
        assert "folder of their own" in str(refused)
    else:
        raise AssertionError("articles and findings are in one folder")
    print("Spark: lists the files that the command line reads, each once, and no findings")


def test_found(folder):
    """A folder that is called as the binary, such as a checkout of its source, is not taken for it."""
    (folder / "checkout" / "claimlight").mkdir(parents=True)
    with mock.patch("spark_findings.SparkFiles.get", return_value=CLAIMLIGHT):
        assert found(str(folder / "checkout" / "claimlight")) == CLAIMLIGHT


def dying(folder):
    """The recipe, each of whose tasks dies once between writing its table and naming it."""
    recipe = (RECIPES / "spark_findings.py").read_text(encoding="utf-8")
    named = "    try:\n        files.move("
    assert recipe.count(named) == 1
    path = folder / "dying.py"
    path.write_text(recipe.replace(named, f"    if not TaskContext.get().attemptNumber():\n        os.kill(os.getpid(), {signal.SIGKILL:d})\n{named}"))
    return path


def test_dying(folder):
    """Of an attempt that dies before its table has its name nothing counts, and nothing stays once another has done it."""
    (folder / "few").mkdir()
    for number in range(3):
        (folder / "few" / f"{number}.jsonl").write_text(json.dumps({"text": "The mayor said so."}) + "\n")
    findings = folder / "findings-few"
    command = documented("spark-submit recipes", folder, ARTICLES="few", FINDINGS=findings, **{"recipes/spark_findings.py": dying(folder)})
    said = run(spark(command, "--master", "local[1]"), folder, status=1)
    assert "exited unexpectedly" in said, said[-3000:]
    left = [table.name for table in findings.iterdir()]
    assert left and not duckdb.sql(f"FROM glob('{findings}/*.parquet')").fetchall(), f"what is half done reads as a table: {left}"
    strange = findings / "strange.parquet"
    strange.touch()
    assert "not in ARTICLES" in run([sys.executable, *command[1:]], folder, status=1)
    assert {table.name for table in findings.iterdir()} == {*left, strange.name}, "a run that is refused has taken something away"
    strange.unlink()
    said = run(spark(command, "--master", "local[1,2]"), folder)
    assert "3 files, of which 0 were there; 3 documents scanned, 0 errors" in said, said
    n_rows = duckdb.sql(f"SELECT count(*) FROM '{findings}/*.parquet' WHERE finding = 'document'").fetchone()[0]
    assert (n_rows, len(list(findings.iterdir()))) == (3, 3), "what an attempt left that died counts"
    print("Spark: of attempts that died nothing counts and nothing is left")


def test_types(findings):
    """Spark reads all tables as one, its columns typed."""
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    table = session.read.parquet(str(findings))
    types = dict(table.dtypes)
    sorts = {"date": "string", "day": "date", "holds": "array<string>", "start": "bigint", "confidence": "double", "loaded": "boolean"}
    assert sorts == {name: types[name] for name in sorts}, types
    n_rows = duckdb.sql(f"SELECT count(*) FROM '{findings}/*.parquet'").fetchone()[0]
    assert table.count() == n_rows > 0
    assert table.where("finding = 'document' AND year(day) = 2016").count() > 0
    assert table.where("finding = 'claim' AND array_contains(holds, 'figure')").count() > 0
    session.stop()
    print(f"Spark: reads {n_rows:,} rows, typed")


def main():
    os.environ.update(ENVIRONMENT)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(CLAIMLIGHT, Path(folder, "claimlight"))
        test_listed(Path(folder))
        test_found(Path(folder))
        test_dying(Path(folder))
        findings = test_restart(Path(folder))
        test_parquet(Path(folder))
        test_types(findings)


if __name__ == "__main__":
    main()
