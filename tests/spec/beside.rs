//! What stands beside an article, whatever what is around it is called.

use claimlight::article::from_html;

const PARAGRAPH: &str = "The ferry at Aldwick may stop in June, the harbour master said on Monday, because its engine is \
                         older than anybody who sails on it.";

fn paragraphs(n: usize) -> String {
    (0..n).map(|number| format!("<p>{number}. {PARAGRAPH}</p>")).collect()
}

/// How many of these paragraphs are in the article of a page with this body.
fn n_read(body: &str) -> usize {
    let html = format!("<!doctype html><html lang=en><title>Ferry may stop</title><body>{body}</body></html>");
    from_html(&html).text.matches("The ferry at Aldwick may stop").count()
}

const HEADLINE: &str = "<header><h1>Ferry may stop</h1></header>";

/// Enough prose that could be an article, and is none.
const APPEAL: &str = "<div><p>We write for everybody on the coast, and we can do so because readers like you support us. Every \
                      gift, large or small, pays for hours of work at the harbour, in the courts and in the council.</p>\
                      <p>It takes a minute to give, and you can stop whenever you like. Thank you to all who do so.</p></div>";

#[test]
fn how_a_page_is_set_says_nothing_of_what_an_element_is() {
    for name in ["has-sidebar", "layout-with-sidebar", "noSidebar"] {
        let body = format!("{HEADLINE}<div class='{name}'>{}</div>{APPEAL}", paragraphs(8));
        assert_eq!(n_read(&body), 8, "{name}");
    }
    let sidebar = format!("{HEADLINE}<div>{}</div><div class='sidebar'>{}</div>", paragraphs(8), paragraphs(2));
    assert_eq!(n_read(&sidebar), 8);
}

#[test]
fn what_is_said_of_a_part_is_said_however_it_is_set() {
    for name in ["related-no-image", "teaser-with-image", "comments-closed", "newsletter is-open"] {
        let body = format!("<main>{HEADLINE}{}<div class='{name}'>{APPEAL}</div></main>", paragraphs(8));
        let html = format!("<!doctype html><html lang=en><title>Ferry may stop</title><body>{body}</body></html>");
        assert!(!from_html(&html).text.contains("We write for everybody"), "{name}");
    }
}

#[test]
fn a_long_thread_is_beside_the_article_in_one_wrapper_with_it() {
    let comments: String = (0..12).map(|_| format!("<div>{APPEAL}</div>")).collect();
    let body = format!(
        "<div class='widget Blog'><div class=post><h1>Ferry may stop</h1>{}</div><div class=comments>{comments}</div></div>",
        paragraphs(5)
    );
    let html = format!("<!doctype html><html lang=en><title>Ferry may stop</title><body>{body}</body></html>");
    let text = from_html(&html).text;
    assert_eq!((text.matches(PARAGRAPH).count(), text.contains("We write for everybody")), (5, false));
}

#[test]
fn what_is_struck_out_nobody_says_any_more() {
    let body = format!(
        "<main>{HEADLINE}{}<p>Two boats sank, <del>police said on Monday</del> <ins>police denied on Tuesday</ins>.</p></main>",
        paragraphs(4)
    );
    let html = format!("<!doctype html><html lang=en><title>Ferry may stop</title><body>{body}</body></html>");
    let text = from_html(&html).text;
    assert!(text.contains("police denied on Tuesday") && !text.contains("police said on Monday"), "{text}");
}
