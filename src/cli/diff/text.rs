//! The differences for a person to read: `-` is gone, `+` is new, `~` is otherwise.

use claimlight::wire::differences::{Differences, Said, SentenceChange, SourceChange, SourceState};

/// The differences; nothing if there are none.
pub fn text(differences: &Differences) -> String {
    let sources: String = differences.sources.iter().map(source).collect();
    let sentences: String = differences.sentences.iter().map(sentence).collect();
    let under = |heading: &str, lines: String| if lines.is_empty() { lines } else { format!("{heading}\n{lines}") };
    let between = if sources.is_empty() || sentences.is_empty() { "" } else { "\n" };
    [under("Sources", sources), between.to_owned(), under("Sentences", sentences)].concat()
}

fn source(change: &SourceChange) -> String {
    let name = &change.name;
    match (change.before, change.after) {
        (Some(was), Some(is)) => format!("~ {name}: {} → {}\n", described(was), described(is)),
        (Some(was), None) => format!("- {name} ({})\n", described(was)),
        (None, Some(is)) => format!("+ {name} ({})\n", described(is)),
        (None, None) => String::new(),
    }
}

fn described(state: SourceState) -> String {
    let sources = if state.sources == 1 { String::new() } else { format!("{} sources, ", state.sources) };
    match state.statements {
        1 => format!("{}, {sources}1 statement", state.kind),
        n => format!("{}, {sources}{n} statements", state.kind),
    }
}

fn sentence(change: &SentenceChange) -> String {
    let (sign, words) = match (&change.before, &change.after) {
        (Some(_), Some(is)) => ('~', is),
        (Some(was), None) => ('-', was),
        (None, Some(is)) => ('+', is),
        (None, None) => return String::new(),
    };
    format!("{sign} {words}\n{}{}", findings('-', &change.gone), findings('+', &change.fresh))
}

/// A line for each finding; where the same is said of a sentence again, how often.
fn findings(sign: char, findings: &[Said]) -> String {
    let mut lines: Vec<(String, usize)> = Vec::new();
    for finding in findings.iter().map(said) {
        match lines.iter_mut().find(|(line, _)| *line == finding) {
            Some((_, n)) => *n += 1,
            None => lines.push((finding, 1)),
        }
    }
    let line = |(line, n): &(String, usize)| match n {
        1 => format!("    {sign} {line}\n"),
        n => format!("    {sign} {line}, {n} times\n"),
    };
    lines.iter().map(line).collect()
}

fn said(finding: &Said) -> String {
    match finding {
        Said::Attribution { source, source_kind, loaded } => {
            let named = source.as_ref().map(|source| format!("{source} ({source_kind})"));
            let leans = if *loaded { ", in a word that leans" } else { "" };
            format!("said by {}{leans}", named.as_deref().unwrap_or("nobody named"))
        }
        Said::Hedge { words, category } => format!("caution: “{words}” ({category})"),
        Said::Claim { support: "none" } => "claim without a source".to_owned(),
        Said::Claim { support } => format!("claim, resting on: {support}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_sentence_twice_is_one_line() {
        let claim = Said::Claim { support: "role" };
        let hedge = Said::Hedge { words: "may".to_owned(), category: "possibility" };
        let lines = findings('+', &[claim.clone(), hedge, claim]);
        assert_eq!(lines, "    + claim, resting on: role, 2 times\n    + caution: “may” (possibility)\n");
    }
}
