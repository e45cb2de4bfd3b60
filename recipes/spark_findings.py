"""Scans an archive of articles with Claimlight on Apache Spark: files of articles in, a typed table of findings for each out.

    spark-submit spark_findings.py [--claimlight BINARY] [--from jsonl|warc|parquet] ARTICLES FINDINGS

ARTICLES is a file or folder, read with all folders in it: .jsonl, .ndjson or .json (a document a line, also .gz), .warc (also .gz), or
.parquet with the columns id, text or html, and if known date, outlet and section. FINDINGS is a folder. Each is one that every node sees, or
an address that pyarrow opens: s3://, gs://, hdfs://. A file whose table is in FINDINGS is not read again.
"""
import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
from pyarrow import compute, fs, parquet
from pyspark import SparkFiles, TaskContext
from pyspark.sql import SparkSession

# What files hold, by their names.
FORMS = {"jsonl": "jsonl", "ndjson": "jsonl", "json": "jsonl", "warc": "warc", "parquet": "parquet"}
# What is sent to the binary of an article in Parquet.
COLUMNS = ["id", "text", "html", "date", "outlet", "section"]
ROWS_OF_BATCH = 1000
# What the name of a table ends in that says why its file could not be scanned. It is scanned again in the next run.
FAILED = ".failed.parquet"
# Raised when the columns of tables change, so that none of others is taken for whole.
TABLES = 2
# Between these stands the name of a table in the making. It does not end as tables do: DuckDB's *.parquet would match it, point or no point.
BEGUN, UNFINISHED = ".claimlight-", ".unfinished"


@dataclass(frozen=True)
class File:
    """A file of articles."""

    path: str  # On its file system.
    name: str  # From ARTICLES on, so that documents are called as `claimlight scan ARTICLES` calls them in the folder that holds it.
    form: str
    size: int
    table: str  # Its table's name, without the extension: another one if the file changes.


class Failed(Exception):
    """Why a file has no table."""


def opened(folder):
    """The file system of a folder, and the folder there."""
    return fs.FileSystem.from_uri(folder.rstrip("/") if "://" in folder else os.path.abspath(folder))


def walked(folder):
    """The files of a folder of this machine and of those in it. Links to folders are passed by, as the command line passes them by: one
    that leads back would give each file over and over. Names that are no UTF-8 are, too: neither pyarrow nor a table can hold them."""
    def refuse(error):
        sys.exit(str(error))

    found = []
    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if name[0] not in "._"]
        found += (os.path.join(place, name) for name in names)
    unsaid = [path for path in found if re.search("[\udc80-\udcff]", path)]
    if unsaid:
        print(f"{len(unsaid)} files are passed over whose names are no UTF-8, such as {ascii(min(unsaid))}; give them others", file=sys.stderr)
    return sorted(set(found) - set(unsaid))


def lies_in(findings, folder):
    """A function that says whether a place beside `folder` is within the findings, where nothing is an article."""
    (of_findings, its_place), (files, _) = opened(findings), opened(folder)
    is_here = isinstance(files, fs.LocalFileSystem)
    if not (is_here and isinstance(of_findings, fs.LocalFileSystem)) and not files.equals(of_findings):
        return lambda place: False
    real = os.path.realpath if is_here else str
    return lambda place: f"{real(place)}/".startswith(f"{real(its_place)}/")


def listed(folder):
    """What a folder holds, or the one file it is."""
    files, place = opened(folder)
    info = files.get_file_info(place)
    if info.type == fs.FileType.NotFound:
        sys.exit(f"{folder}: there is no such file or folder")
    if info.type == fs.FileType.File:
        return [info]
    if isinstance(files, fs.LocalFileSystem):
        return files.get_file_info(walked(place))
    return files.get_file_info(fs.FileSelector(place, recursive=True))


def within(folder, findings):
    """The files of a folder and of those in it, but for findings, what is hidden and what Spark leaves beside its tables; or the one file it is."""
    _, place = opened(folder)
    is_own = lies_in(findings, folder)
    if is_own(place):
        sys.exit(f"{findings}: what lies there is not read as articles; give the findings a folder of their own")
    # A link that leads nowhere is one as well, so that it is told.
    found = [each for each in listed(folder) if each.type in (fs.FileType.File, fs.FileType.NotFound)]
    folders = {each.path.rpartition("/")[0] for each in found if each.path != place}
    own = {parent for parent in folders if is_own(parent)}
    named = [(each, f"{Path(place).name}{each.path.removeprefix(place)}") for each in found if each.path.rpartition("/")[0] not in own]
    return [(each, name) for each, name in named if not any(part[0] in "._" for part in name.split("/")[1:])]


def articles(folder, findings, form):
    """The files to be scanned, the largest first, so that none is begun when the others are done."""
    files, n_passed_over = [], 0
    for info, name in within(folder, findings):
        extension = name.lower().removesuffix(".gz").rpartition(".")[2]
        if form is None and extension not in FORMS:
            n_passed_over += 1
            continue
        state = hashlib.sha256(f"{name} {info.size} {info.mtime_ns} {TABLES}".encode()).hexdigest()[:16]
        table = f"{re.sub('[^A-Za-z0-9]+', '-', name)[-100:]}-{state}"
        files.append(File(info.path, name, form or FORMS[extension], info.size or 0, table))
    if n_passed_over:
        print(f"{n_passed_over} files are passed over; those are read that are called .{', .'.join(FORMS)}, or all with --from", file=sys.stderr)
    if not files:
        sys.exit(f"{folder}: there is nothing in it to read")
    return sorted(files, key=lambda file: file.size, reverse=True)


def clear(findings, *endings):
    """Takes away what runs left that were broken off, and what is called so."""
    system, place = opened(findings)
    for info in system.get_file_info(fs.FileSelector(place)):
        if info.base_name.startswith(BEGUN) or info.base_name.endswith(endings):
            # Another run may have taken it away meanwhile.
            with contextlib.suppress(FileNotFoundError):
                system.delete_file(info.path)


def begin(findings, files):
    """Gives the names of the tables that are there. What failed, and what was broken off, is taken away, but not where the run is refused."""
    system, place = opened(findings)
    system.create_dir(place, recursive=True)
    names = {info.base_name for info in system.get_file_info(fs.FileSelector(place))}
    whole = {name for name in names if name.endswith(".parquet") and not name.endswith(FAILED) and not name.startswith(BEGUN)}
    there = {name.removesuffix(".parquet") for name in whole}
    strange = there - {file.table for file in files}
    if strange:
        sys.exit(f"{findings}: {len(strange)} tables are of another version, or of files that have changed or are not in ARTICLES, such as {min(strange)}.parquet; "
                 "take them away, or name another folder")
    clear(findings, FAILED)
    return there


def lines(file, source):
    """The articles of a file of Parquet, a line of JSON each. What the folders say, as in date=2024, the articles need not."""
    folders = dict(part.split("=", 1) for part in file.name.split("/")[:-1] if "=" in part)
    said = {key: unquote(value) for key, value in folders.items() if key in COLUMNS and value != "__HIVE_DEFAULT_PARTITION__"}
    table = parquet.ParquetFile(source)
    names = table.schema_arrow.names
    if "text" not in names and "html" not in names:
        raise Failed(f"has no column text or html, but {', '.join(names)}")
    for batch in table.iter_batches(ROWS_OF_BATCH, columns=[name for name in COLUMNS if name in names]):
        for article in batch.to_pylist():
            given = {key: value for key, value in article.items() if value is not None}
            yield json.dumps({**said, **given}, default=words).encode() + b"\n"


def words(value):
    """A value as JSON has it. Bytes that are no UTF-8 become what JSON refuses, so that this article alone is at fault."""
    return value.decode(errors="surrogateescape") if isinstance(value, bytes) else str(value)


def fetch(file, folder, local):
    """Brings a file to this node as the binary reads it: byte for byte, so that the binary judges it as it would alone."""
    with opened(folder)[0].open_input_file(file.path) as source, open(local, "wb") as target:
        if file.form == "parquet":
            target.writelines(lines(file, source))
        else:
            shutil.copyfileobj(source, target, 1 << 20)


def run(binary, form, place, table):
    """Scans what lies in a folder. Status 1 says that documents could not be read; they stand in the table with why."""
    command = [binary, "scan", "--from", form.replace("parquet", "jsonl"), "--format", "parquet", "--unit", "char", "--keep-failed", "--output", table]
    with tempfile.TemporaryFile() as complaints:
        # One job: Spark runs as many files at once as there are cores.
        try:
            status = subprocess.run([*command, "--jobs", "1", "--", *os.listdir(place)], cwd=place, stderr=complaints).returncode
        except OSError as error:
            raise RuntimeError(f"{binary}: it cannot be run: {error}") from error  # No fault of the file.
        complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - 500))
        said = complaints.read().decode(errors="replace").strip()
    if status == 2:
        raise RuntimeError(said)  # It is called wrongly, or built without the feature: no file could be scanned.
    if status not in (0, 1) or not os.path.exists(table):
        raise Failed(f"claimlight ended with {status}: {said}")


def write_failed(binary, file, error, own, table):
    """The table of a file that could not be scanned: one row that says why, in the columns of all."""
    place = Path(own, "nothing")
    place.mkdir()
    (place / "nothing.jsonl").touch()
    run(binary, "jsonl", place, table)
    row = {"document": file.name, "place": file.name, "finding": "error", "error": f"{file.name}: {error}"}
    parquet.write_table(pa.Table.from_pylist([row], schema=parquet.read_schema(table)), table)


def put(table, findings, name):
    """Puts a table into the folder of findings. It has its name once it is whole; an attempt made twice finds it there."""
    files, place = opened(findings)
    begun = f"{place}/{BEGUN}{TaskContext.get().taskAttemptId()}-{name}{UNFINISHED}"
    fs.copy_files(table, begun, source_filesystem=fs.LocalFileSystem(), destination_filesystem=files)
    try:
        files.move(begun, f"{place}/{name}")
    except OSError:
        if files.get_file_info(f"{place}/{name}").type != fs.FileType.File:
            raise
        files.delete_file(begun)


def found(name):
    """The binary: where it is named, among --files, or on the PATH."""
    places = [os.path.abspath(name), SparkFiles.get(os.path.basename(name)), shutil.which(name)]
    binary = next((place for place in places if place and os.path.isfile(place) and os.access(place, os.X_OK)), None)
    if binary is None:
        raise RuntimeError(f"{name}: there is no such binary on this node; send it with --files")
    return binary


def scan(file, asked):
    """Scans a file into its table; gives how many documents and errors stand there, and why the file failed, if it did."""
    binary = found(asked.claimlight)
    with tempfile.TemporaryDirectory() as own:
        local, table, failed = Path(own, "articles", file.name), os.path.join(own, "findings.parquet"), None
        local.parent.mkdir(parents=True)
        try:
            fetch(file, asked.articles, local)
            run(binary, file.form, Path(own, "articles"), table)
        except (OSError, pa.ArrowException, Failed) as error:
            failed = f"{file.name}: {error}"
            write_failed(binary, file, error, own, table)
        kinds = parquet.read_table(table, columns=["finding"])["finding"]
        put(table, asked.findings, file.table + (FAILED if failed else ".parquet"))
        return *(compute.sum(compute.equal(kinds, kind)).as_py() or 0 for kind in ("document", "error")), failed


def scanned(files, asked):
    """Scans files on all cores that Spark has, each in a task of its own."""
    spark = SparkSession.builder.appName("claimlight").getOrCreate()
    done = spark.sparkContext.parallelize(files, len(files)).map(lambda file: scan(file, asked)).collect()
    spark.stop()
    return done


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("findings")
    parser.add_argument("--claimlight", default="claimlight", help="the binary, built with the feature parquet, or its name among --files")
    parser.add_argument("--from", dest="form", choices=sorted(set(FORMS.values())), help="what the files hold, whatever they are called")
    asked = parser.parse_args()
    files = articles(asked.articles, asked.findings, asked.form)
    there = begin(asked.findings, files)
    to_do = [file for file in files if file.table not in there]
    done = scanned(to_do, asked) if to_do else []
    # An attempt that died, or was overtaken, has left what it had begun.
    clear(asked.findings)
    failed = [why for *_, why in done if why]
    n_documents, n_errors = (sum(counts) for counts in list(zip(*done))[:2]) if done else (0, 0)
    print(f"{len(files)} files, of which {len(there)} were there; {n_documents} documents scanned, {n_errors} errors")
    # A line at fault is a row of the table. A file at fault, or an archive in which nothing could be read, is a fault of the run.
    if failed or (n_errors and not n_documents and not there):
        sys.exit("\n".join(["files at fault, tried again in the next run:" if failed else "nothing could be read", *failed]))


if __name__ == "__main__":
    main()
