//! Writes findings as Parquet: a typed column for each of the table's.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, ListArray, RecordBatch, StringArray,
    builder::{ListBuilder, StringBuilder},
};
use arrow_schema::{DataType, Field, Schema};
use jiff::{Unit, civil::Date};
use parquet::{arrow::ArrowWriter, basic::Compression, errors::ParquetError, file::properties::WriterProperties};

use super::{
    findings::{COLUMNS, Cell, Row, Sort},
    own::Together,
};

/// How many rows are handed on at once: as many as a processor holds beside itself, for each is looked at once for each column.
const ROWS_OF_BATCH: usize = 1024;

/// How many rows a group of the file has; the writer holds one group, packed.
const ROWS_OF_GROUP: usize = 128 * 1024;

/// A table in the making. It bears its name once it is whole.
pub struct Table {
    writer: ArrowWriter<File>,
    schema: Arc<Schema>,
    rows: Vec<Row>,
    unfinished: PathBuf,
    named: Together,
    /// Whether something could not be written: of half a table nothing can be read.
    is_broken: bool,
}

impl Table {
    /// Begins a table.
    pub fn create(path: &Path) -> io::Result<Self> {
        let mut named = Together::default();
        let unfinished = named.begin(path);
        let fields = COLUMNS.map(|(name, sort)| Field::new(name, sort_of(sort), true));
        let schema = Arc::new(Schema::new(fields.to_vec()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROWS_OF_GROUP))
            .build();
        let file = File::create(&unfinished)?;
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties)).map_err(io::Error::other)?;
        Ok(Table { writer, schema, rows: Vec::new(), unfinished, named, is_broken: false })
    }

    /// Adds rows.
    pub fn write(&mut self, rows: Vec<Row>) -> io::Result<()> {
        self.rows.extend(rows);
        if self.rows.len() < ROWS_OF_BATCH { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let columns = COLUMNS.iter().enumerate().map(|(index, (_, sort))| column(&rows, index, *sort));
        let batch = RecordBatch::try_new(self.schema.clone(), columns.collect()).map_err(io::Error::other);
        let written = batch.and_then(|batch| self.writer.write(&batch).map_err(met));
        self.is_broken |= written.is_err();
        written
    }

    /// What it is called until it is whole.
    pub fn unfinished(&self) -> &Path {
        &self.unfinished
    }

    /// Writes what is left and gives the file its name; what is broken is taken away.
    pub fn close(mut self) -> io::Result<()> {
        let mut named = std::mem::take(&mut self.named);
        if self.is_broken {
            return Ok(());
        }
        self.end()?;
        named.name().map_err(|problem| io::Error::other(problem.what))
    }

    /// Writes what is left and leaves the file unfinished, but so that it can be read.
    pub fn break_off(mut self) -> io::Result<()> {
        let named = std::mem::take(&mut self.named);
        if self.is_broken {
            return Ok(());
        }
        self.end()?;
        named.leave();
        Ok(())
    }

    fn end(mut self) -> io::Result<()> {
        self.flush()?;
        self.writer.close().map(drop).map_err(met)
    }
}

/// What writing met; the library says of a disk's faults that they are from outside, which helps nobody.
fn met(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => io::Error::other(error.to_string()),
        error => io::Error::other(error),
    }
}

fn sort_of(sort: Sort) -> DataType {
    match sort {
        Sort::Text => DataType::Utf8,
        // Spark has no numbers without a sign.
        Sort::Number => DataType::Int64,
        Sort::Share => DataType::Float64,
        Sort::Flag => DataType::Boolean,
        Sort::Day => DataType::Date32,
        Sort::List => DataType::new_list(DataType::Utf8, true),
    }
}

fn column(rows: &[Row], index: usize, sort: Sort) -> ArrayRef {
    let cells = rows.iter().map(|row| &row[index]);
    match sort {
        Sort::Text => Arc::new(StringArray::from_iter(cells.map(|cell| match cell {
            Cell::Text(text) => Some::<&str>(text.as_ref()),
            _ => None,
        }))),
        Sort::Number => Arc::new(Int64Array::from_iter(cells.map(|cell| match cell {
            Cell::Number(number) => i64::try_from(*number).ok(),
            _ => None,
        }))),
        Sort::Share => Arc::new(Float64Array::from_iter(cells.map(|cell| match cell {
            Cell::Share(share) => Some(*share),
            _ => None,
        }))),
        Sort::Flag => Arc::new(BooleanArray::from_iter(cells.map(|cell| match cell {
            Cell::Flag(flag) => Some(*flag),
            _ => None,
        }))),
        Sort::Day => Arc::new(Date32Array::from_iter(cells.map(|cell| match cell {
            Cell::Day(day) => days_since_1970(*day),
            _ => None,
        }))),
        Sort::List => Arc::new(lists(cells)),
    }
}

fn days_since_1970(day: Date) -> Option<i32> {
    Some(day.since((Unit::Day, Date::constant(1970, 1, 1))).ok()?.get_days())
}

fn lists<'a>(cells: impl Iterator<Item = &'a Cell>) -> ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new());
    for cell in cells {
        let words = match cell {
            Cell::List(words) => Some(words.iter().map(Some)),
            _ => None,
        };
        lists.append_option(words);
    }
    lists.finish()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;

    use parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;
    use crate::cli::findings::failed;

    #[test]
    fn days_are_counted_from_1970() {
        let days = ["1969-12-31", "1970-01-01", "2026-11-24"].map(|day| days_since_1970(day.parse().unwrap()));
        assert_eq!(days, [Some(-1), Some(0), Some(20_781)]);
    }

    fn row(what: &str) -> Row {
        let problem = crate::cli::problems::Problem { place: "a".to_owned(), what: what.to_owned() };
        failed(&crate::cli::document::Unreadable { id: "a".to_owned(), problem })
    }

    #[test]
    fn what_is_broken_off_does_not_take_the_place_of_a_whole_table() {
        let folder = std::env::temp_dir().join(format!("claimlight-broken-off-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("out.parquet");
        fs::write(&path, "the whole one").unwrap();
        let mut table = Table::create(&path).unwrap();
        table.write(vec![row("x"); 3]).unwrap();
        let unfinished = table.unfinished().to_owned();
        table.break_off().unwrap();
        let left = SerializedFileReader::new(File::open(unfinished).unwrap()).unwrap();
        assert_eq!(
            (fs::read_to_string(&path).unwrap().as_str(), left.metadata().file_metadata().num_rows()),
            ("the whole one", 3)
        );
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_table_is_written_where_a_link_leads_and_to_a_device_itself() {
        let folder = std::env::temp_dir().join(format!("claimlight-led-to-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let [led_to, link, device] = ["there.parquet", "link.parquet", "device"].map(|name| folder.join(name));
        fs::write(&led_to, "the old one").unwrap();
        std::os::unix::fs::symlink(&led_to, &link).unwrap();
        std::os::unix::fs::symlink("/dev/null", &device).unwrap();
        for path in [&link, &device] {
            let mut table = Table::create(path).unwrap();
            table.write(vec![row("x"); 3]).unwrap();
            table.close().unwrap();
            assert!(path.is_symlink());
        }
        let read = SerializedFileReader::new(File::open(&led_to).unwrap()).unwrap();
        assert_eq!((read.metadata().file_metadata().num_rows(), fs::read_dir(&folder).unwrap().count()), (3, 3));
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn of_half_a_table_nothing_stays() {
        let folder = std::env::temp_dir().join(format!("claimlight-table-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (path, full) = (folder.join("out.parquet"), folder.join("out.parquet.unfinished"));
        // Writing to it fails as on a full disk.
        std::os::unix::fs::symlink("/dev/full", &full).unwrap();
        let mut table = Table::create(&path).unwrap();
        let written = table.write(vec![row(&"x".repeat(100)); ROWS_OF_GROUP + 1]);
        let closed = table.close();
        assert!(written.is_err() || closed.is_err());
        assert!(!path.exists() && fs::symlink_metadata(&full).is_err());
        fs::remove_dir(&folder).unwrap();
    }
}
