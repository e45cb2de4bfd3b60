//! Reads dates as pages and databases write them, so that an archive can be sorted by them.

use std::ops::RangeInclusive;

use jiff::{
    Timestamp,
    civil::Date,
    fmt::{rfc2822, strtime::BrokenDownTime},
    tz::TimeZone,
};

/// How dates are written besides ISO 8601; a time may follow. Days and months in figures are read only where the year
/// comes first: elsewhere nobody can tell which is which.
const SHAPES: [&str; 11] = [
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%A %d %B %Y",
    "%A %d %b %Y",
    "%A %B %d %Y",
    "%A %b %d %Y",
];

/// How months are written.
const MONTHS: [&str; 2] = ["%B %Y", "%b %Y"];

/// How moments are written in figures alone, by how many these are.
const STAMPS: [(usize, &str); 3] = [(10, "%Y%m%d%H"), (12, "%Y%m%d%H%M"), (14, "%Y%m%d%H%M%S")];

/// A date in ISO 8601 where it can be read; else as it is given.
pub fn readable(words: &str) -> String {
    let words = words.trim();
    iso(words).unwrap_or_else(|| words.to_owned())
}

/// A date in ISO 8601, with its time if it has one there.
pub fn iso(words: &str) -> Option<String> {
    let words = words.trim();
    if is_iso(words) {
        return Some(words.to_owned());
    }
    let date = of_stamp(words).or_else(|| of_clock(words)).or_else(|| of_mail(words));
    let words = &plain(words);
    let date =
        date.or_else(|| SHAPES.iter().find_map(|shape| of_shape(words, shape)?.to_date().ok().filter(is_printed)));
    date.map(|date| date.to_string()).or_else(|| MONTHS.iter().find_map(|shape| of_month(words, shape)))
}

/// The years in which a newspaper can have been published: the first is of 1605. Databases write 0001 and 9999 where they
/// know none.
const YEARS: RangeInclusive<i16> = 1605..=2199;

/// The years of which ten or twelve figures are a day with its hour: as seconds they are of 2032 and later, and of 1976 as
/// milliseconds.
const STAMPED: RangeInclusive<i16> = 1970..=2199;

/// Words without the signs that some write between them, and the month as others shorten it that the AP calls "Sept."
fn plain(words: &str) -> String {
    let part = |part: &str| {
        let part = part.trim_end_matches(['.', ',']);
        if part.eq_ignore_ascii_case("sept") { "Sep".to_owned() } else { part.replace(',', " ") }
    };
    words.split_whitespace().map(part).collect::<Vec<_>>().join(" ")
}

fn is_printed(date: &Date) -> bool {
    YEARS.contains(&date.year())
}

/// The month of a date that can be read: "2026-11" of "2026-11-24T19:00Z"; the year where no more is known.
pub fn month(words: &str) -> Option<String> {
    let date = iso(words)?;
    let year = date.get(..4)?.parse().ok()?;
    let month = date.get(..7).filter(|month| month.as_bytes()[4] == b'-');
    YEARS.contains(&year).then(|| month.unwrap_or(&date[..4]).to_owned())
}

/// The day that a date of ISO 8601 names; a month or a year names none.
pub fn day(words: &str) -> Option<Date> {
    iso_day(words).filter(is_printed)
}

/// The day that words begin with; a time or a zone may follow.
fn iso_day(words: &str) -> Option<Date> {
    let (day, rest) = words.split_at_checked("2026-11-24".len())?;
    let mut next = rest.chars();
    let goes_on = match next.next() {
        Some('T' | 't') => !next.next().is_some_and(|next| next.is_ascii_digit()),
        Some('Z' | 'z') => next.next().is_some_and(char::is_alphanumeric),
        next => next.is_some_and(char::is_alphanumeric),
    };
    day.parse().ok().filter(|_| !goes_on)
}

/// Whether words begin with a year, a month or a day of ISO 8601 that is one.
fn is_iso(words: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let day = words.split(['T', ' ']).next().unwrap_or_default();
    match day.split('-').collect::<Vec<_>>()[..] {
        [year] => year.len() == 4 && is_number(year) && day == words,
        [year, month] => year.len() == 4 && is_number(year) && matches!(month.parse(), Ok(1..=12)) && month.len() == 2,
        _ => iso_day(words).is_some(),
    }
}

/// A day with its time in figures alone, which would else be a clock's of another day.
fn of_stamp(words: &str) -> Option<Date> {
    let (n_figures, shape) = STAMPS.into_iter().find(|(n_figures, _)| *n_figures == words.len())?;
    // The end of a day is its 24th hour.
    let words = match words.split_at_checked("20261124".len())? {
        (day, rest) if rest.starts_with("24") => format!("{day}00{}", &rest[2..]),
        _ => words.to_owned(),
    };
    let date = BrokenDownTime::parse(shape, words).ok()?.to_date().ok().filter(is_printed)?;
    (n_figures > 12 || STAMPED.contains(&date.year())).then_some(date)
}

/// Whether figures begin with a day of our time, or are as many as those of a stamp and begin with a year of it, the day
/// there or not: no clock's are meant.
fn is_stamped(words: &str) -> bool {
    let day = words.get(.."20261124".len()).and_then(|day| BrokenDownTime::parse("%Y%m%d", day).ok()?.to_date().ok());
    let is_stamp = STAMPS.iter().any(|(n_figures, _)| *n_figures == words.len());
    let year = words.get(.."2026".len()).filter(|_| is_stamp).and_then(|year| year.parse().ok());
    day.map(Date::year).or(year).is_some_and(|year| STAMPED.contains(&year))
}

/// Seconds or milliseconds since 1970, as databases keep them; the shortest are of 1973, so that no year is taken for one.
fn of_clock(words: &str) -> Option<Date> {
    let number: i64 = words.parse().ok()?;
    let stamp = match words.len() {
        _ if is_stamped(words) => return None,
        9..=10 => Timestamp::from_second(number),
        12..=13 => Timestamp::from_millisecond(number),
        _ => return None,
    };
    Some(stamp.ok()?.to_zoned_datetime(TimeZone::UTC).date()).filter(is_printed)
}

/// As mail, feeds and servers write it: Tue, 24 Nov 2026 07:00:00 GMT.
fn of_mail(words: &str) -> Option<Date> {
    rfc2822::parse(words).ok().map(|moment| moment.date())
}

fn of_month(words: &str, shape: &str) -> Option<String> {
    let read = of_shape(words, shape)?;
    let (year, month) = (read.year()?, read.month()?);
    YEARS.contains(&year).then(|| format!("{year:04}-{month:02}"))
}

/// What words begin with that are written so.
fn of_shape(words: &str, shape: &str) -> Option<BrokenDownTime> {
    let (read, n_bytes) = BrokenDownTime::parse_prefix(shape, words).ok()?;
    // A figure that goes on is another figure.
    let goes_on = words.as_bytes().get(n_bytes).is_some_and(u8::is_ascii_digit);
    Some(read).filter(|_| !goes_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for words in [
            "2026/11/24",
            "20261124",
            "24 November 2026",
            "24 Nov 2026, 7:00",
            "November 24, 2026",
            "Nov 24, 2026 at 7 a.m.",
            "Tuesday, November 24, 2026",
            "Tue, 24 Nov 2026 07:00:00 GMT",
            "1795503600",
            "1795503600000",
            "2026112407",
            "202611240700",
            "20261124070000",
            "Nov. 24, 2026",
            "24 Nov. 2026",
            "Nov. 24 2026",
            "November 24,2026",
            "Tuesday, Nov. 24, 2026",
            "Tuesday, 24 Nov 2026",
            "2026112424",
            "202611242400",
        ] {
            assert_eq!(iso(words).as_deref(), Some("2026-11-24"), "{words}");
        }
        for words in ["Sept. 5, 2026", "Sept 5, 2026", "5 Sept. 2026"] {
            assert_eq!(iso(words).as_deref(), Some("2026-09-05"), "{words}");
        }
        assert_eq!(iso("167011200000").as_deref(), Some("1975-04-18"), "a clock's, no hour of 1670");
        assert_eq!(iso("1712010110").as_deref(), Some("2024-04-01"), "a clock's, no hour of 1712");
        for words in ["2026-11-24T19:00Z", "2026-11-24 07:00", "2026-11-24+01:00", "2026-11-24Z", "2026-11", "1987"] {
            assert_eq!(iso(words).as_deref(), Some(words));
        }
    }

    #[test]
    fn months_are_read_of_days_that_there_are() {
        for (words, expected) in [
            ("2026-11-24T19:00Z", Some("2026-11")),
            ("24 Nov 2026", Some("2026-11")),
            ("November 2026", Some("2026-11")),
            ("May 2024", Some("2024-05")),
            ("Sep 2026", Some("2026-09")),
            ("Nov. 2026", Some("2026-11")),
            ("Sept. 2026", Some("2026-09")),
            ("2026-11-24+01:00", Some("2026-11")),
            ("12 May 12:30", None),
            ("May 12:30", None),
            ("2026-11-241", None),
            ("2026-11", Some("2026-11")),
            ("1987", Some("1987")),
            ("0000-00-00", None),
            ("2024-99-99", None),
            ("2024-02-30", None),
            ("0001-01-01", None),
            ("9999-12-31", None),
            ("0000", None),
            ("24 Nov", None),
            ("", None),
        ] {
            assert_eq!(month(words).as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn a_day_is_told_where_a_month_is() {
        for words in ["2026-11-24+01:00", "2026-11-24T07:00", "2026-11-24, 7:00"] {
            assert!(day(words).is_some() && month(words).is_some(), "{words}");
        }
        assert_eq!((day("2026-11-241"), day("2026-11"), day("0001-01-01")), (None, None, None));
        assert_eq!((day("2026-11-24Tomorrow"), day("2026-11-24Zero")), (None, None));
    }

    #[test]
    fn what_may_be_another_day_is_left_as_it_is() {
        for words in ["2026112407000", "202611241", "9999999999", "202613010000", "2026130100"] {
            assert_eq!(iso(words), None, "no clock's of another day: {words}");
        }
        for words in
            ["11/12/2026", "24 Nov", "5/12 May 12:30", "May 24", "2026-13-01", "2026-13", "yesterday", "", "12345"]
        {
            assert_eq!((iso(words), readable(words).as_str()), (None, words));
        }
    }
}
