//! Writes findings as Parquet: a typed column for each of the table's.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use arrow_array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{DataType, Field, Schema};
use parquet::{arrow::ArrowWriter, basic::Compression, file::properties::WriterProperties};

use super::{
    findings::{COLUMNS, Cell, Row, Sort},
    own::{UNFINISHED, beside},
};

/// How many rows are written at once: enough to pack well, few enough to hold.
const ROWS_OF_BATCH: usize = 16 * 1024;

/// How many rows a group of the file has; the writer holds one group, packed.
const ROWS_OF_GROUP: usize = 128 * 1024;

/// A table in the making. It bears its name once it is whole.
pub struct Table {
    writer: ArrowWriter<File>,
    schema: Arc<Schema>,
    rows: Vec<Row>,
    unfinished: PathBuf,
    path: PathBuf,
}

impl Table {
    /// Begins a table.
    pub fn create(path: &Path) -> io::Result<Self> {
        let unfinished = beside(path, UNFINISHED);
        let fields = COLUMNS.map(|(name, sort)| Field::new(name, sort_of(sort), true));
        let schema = Arc::new(Schema::new(fields.to_vec()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROWS_OF_GROUP))
            .build();
        let file = File::create(&unfinished)?;
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties)).map_err(io::Error::other)?;
        Ok(Table { writer, schema, rows: Vec::new(), unfinished, path: path.to_owned() })
    }

    /// Adds rows.
    pub fn write(&mut self, rows: &[Row]) -> io::Result<()> {
        self.rows.extend_from_slice(rows);
        if self.rows.len() < ROWS_OF_BATCH { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let columns = COLUMNS.iter().enumerate().map(|(index, (_, sort))| column(&rows, index, *sort));
        let batch = RecordBatch::try_new(self.schema.clone(), columns.collect()).map_err(io::Error::other)?;
        self.writer.write(&batch).map_err(io::Error::other)
    }

    /// Writes what is left and gives the file its name.
    pub fn close(mut self) -> io::Result<()> {
        self.flush()?;
        self.writer.close().map_err(io::Error::other)?;
        fs::rename(self.unfinished, self.path)
    }
}

fn sort_of(sort: Sort) -> DataType {
    match sort {
        Sort::Text => DataType::Utf8,
        Sort::Number => DataType::UInt64,
        Sort::Share => DataType::Float64,
        Sort::Flag => DataType::Boolean,
    }
}

fn column(rows: &[Row], index: usize, sort: Sort) -> ArrayRef {
    let cells = rows.iter().map(|row| &row[index]);
    match sort {
        Sort::Text => Arc::new(StringArray::from_iter(cells.map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        }))),
        Sort::Number => Arc::new(UInt64Array::from_iter(cells.map(|cell| match cell {
            Cell::Number(number) => Some(*number),
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
    }
}
