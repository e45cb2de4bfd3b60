//! What is shown of the sentence a finding begins in.

use claimlight::{Report, Span};

/// The most of a sentence that is shown, in characters: longer ones are lists, tables or texts without full stops, and
/// shown whole for each finding in them would take the square of their length.
const MAX_SENTENCE: usize = 500;

/// How much of a longer sentence is shown before the finding, in characters.
const LEAD: usize = 200;

/// The sentence a span begins in; of one that is too long the part around the span's start, with `…` where it is cut.
pub fn shown_sentence(report: &Report, span: Span, text: &str) -> String {
    let whole = sentence(report, span);
    if whole.of(text).chars().nth(MAX_SENTENCE).is_none() {
        return whole.of(text).to_owned();
    }
    let lead = text[whole.start..span.start].char_indices().rev().take(LEAD).last();
    let start = lead.map_or(span.start, |(at, _)| whole.start + at);
    let rest = &text[start..whole.end];
    let shown = rest.char_indices().nth(MAX_SENTENCE).map_or(rest, |(end, _)| &rest[..end]);
    let cut = |is_cut| if is_cut { "…" } else { "" };
    [cut(start > whole.start), shown, cut(shown.len() < rest.len())].concat()
}

/// The sentence a span begins in, or the span if it stands in none.
fn sentence(report: &Report, span: Span) -> Span {
    let n_before = report.sentences.partition_point(|sentence| sentence.start <= span.start);
    let sentence = n_before.checked_sub(1).map(|index| report.sentences[index]);
    sentence.filter(|sentence| sentence.end > span.start).unwrap_or(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_sentence_the_part_around_the_finding_is_shown() {
        let text = format!("{}may{}", "ä".repeat(1_000), "ö".repeat(1_000));
        let span = Span::new(2_000, 2_003);
        let report = Report { sentences: vec![Span::new(0, text.len())], ..Report::default() };
        let shown = shown_sentence(&report, span, &text);
        assert_eq!(shown, format!("…{}may{}…", "ä".repeat(LEAD), "ö".repeat(MAX_SENTENCE - LEAD - 3)));
        let first = shown_sentence(&report, Span::new(0, 2), &text);
        assert!(first.starts_with("ää") && first.ends_with("ä…") && first.chars().count() == MAX_SENTENCE + 1);
        let report = Report { sentences: vec![Span::new(0, 2 * MAX_SENTENCE)], ..report };
        assert_eq!(shown_sentence(&report, Span::new(4, 6), &text), "ä".repeat(MAX_SENTENCE));
    }
}
