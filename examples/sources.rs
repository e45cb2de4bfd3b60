//! Lists who speaks in an article, how often, and what nobody is named for.
//!
//! ```sh
//! cargo run --example sources -- article.txt
//! ```

use std::{env, fs, io};

use claimlight::{Options, report::Support, scan};

fn main() -> io::Result<()> {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: sources FILE");
        return Ok(());
    };
    let text = fs::read_to_string(path)?;
    let report = scan(&text, &Options::default());
    for source in &report.ledger {
        println!("{:>3} × {} ({})", source.attributions.len(), source.name, source.kind.name());
    }
    for claim in report.claims.iter().filter(|claim| claim.support == Support::None) {
        println!("unsourced: {}", claim.span.of(&text));
    }
    Ok(())
}
