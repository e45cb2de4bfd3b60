//! What stands around an article, whatever its elements are called.

use claimlight::article::{Absence, Article, from_html};

const SENTENCE: &str = "The ferry at Aldwick may stop in June, the harbour master said on Monday, because its engine is \
                        older than anybody who sails on it.";

/// What must not be read.
const OTHER: &str =
    "The owner of a bakery in Marlow Street said on Thursday that she would close it for good after a third theft.";

fn paragraphs(n: usize) -> String {
    (0..n).map(|number| format!("<p>{number}. {SENTENCE}</p>")).collect()
}

fn read(body: &str) -> Article {
    from_html(&format!("<!doctype html><html lang=en><title>Ferry may stop</title><body>{body}</body></html>"))
}

/// How many of the paragraphs were read, and whether anything else was.
fn is_read(body: &str) -> (usize, bool) {
    let text = read(body).text;
    (text.matches(SENTENCE).count(), text.contains(OTHER))
}

const HEADLINE: &str = "<h1>Ferry may stop</h1>";

fn cards(tag: &str, n: usize) -> String {
    let card =
        |number| format!("<{tag}><h3><a href='/{number}'>Bakery to close its doors</a></h3><p>{OTHER}</p></{tag}>");
    (0..n).map(card).collect()
}

#[test]
fn a_heading_says_that_its_section_is_no_part_of_the_article() {
    for heading in
        ["12 comments", "Comments (3)", "More from Sport", "About the author", "Das könnte Sie auch interessieren"]
    {
        let section = format!("<div><div><h2>{heading}</h2></div><div>{OTHER}</div></div>");
        assert_eq!(is_read(&format!("<main>{HEADLINE}{}{section}</main>", paragraphs(6))), (6, false), "{heading}");
    }
    // A longer heading is one of the article's.
    let section = format!("<div><h2>Comments by the minister</h2><p>{OTHER}</p></div>");
    assert_eq!(is_read(&format!("<main>{HEADLINE}{}{section}</main>", paragraphs(6))), (6, true));
    // In an article that stands in one element with such a heading it speaks of a part alone.
    let body = format!("<main>{HEADLINE}<h2>Related</h2>{}</main>", paragraphs(6));
    assert_eq!(is_read(&body).0, 6);
}

#[test]
fn a_section_is_the_articles_own_where_the_article_goes_on() {
    for heading in ["12 comments", "Related", "Most read"] {
        let section = format!("<section><h2>{heading}</h2><p>{OTHER}</p></section>");
        let body = format!("<main>{HEADLINE}{}{section}{}</main>", paragraphs(4), paragraphs(4));
        assert_eq!(is_read(&body), (8, true), "{heading}");
        let body = format!("<main>{HEADLINE}{0}<section><h2>{heading}</h2>{0}</section></main>", paragraphs(4));
        assert_eq!(is_read(&body).0, 8, "{heading}: a section in paragraphs of its own");
        // All of the article may stand below such a heading.
        let body = format!("<main>{HEADLINE}<section><h2>{heading}</h2>{}</section></main>", paragraphs(4));
        assert_eq!(is_read(&body).0, 4, "{heading}");
    }
}

#[test]
fn articles_with_a_linked_heading_and_a_teaser_are_others() {
    let body = format!("<main><div>{HEADLINE}{}</div><div>{}</div></main>", paragraphs(6), cards("article", 4));
    assert_eq!(is_read(&body), (6, false));
    // Within the article they are its own, and so is what is no article of its own.
    let body = format!("<main>{HEADLINE}{}<div>{}</div>{}</main>", paragraphs(6), cards("article", 4), paragraphs(3));
    assert_eq!(is_read(&body), (9, true));
    let body = format!("<main>{HEADLINE}{}<div>{}</div></main>", paragraphs(6), cards("div", 4));
    assert_eq!(is_read(&body), (6, true));
    // Of a section's page an introduction is no article.
    let body = format!("<main>{HEADLINE}{}<div>{}</div></main>", paragraphs(4), cards("article", 12));
    assert_eq!(read(&body).absence, Some(Absence::NoArticle));
}

#[test]
fn a_list_has_its_prose_in_teasers() {
    let links = cards("article", 7);
    assert_eq!(read(&format!("<main>{links}</main>")).absence, Some(Absence::NoArticle));
    // An article in sections, with a thread and links below it that no class tells.
    let sections: String = (0..3).map(|_| format!("<section>{}</section>", paragraphs(2))).collect();
    let thread: String = (0..6).map(|_| format!("<div><div>u</div><div><pre>{SENTENCE}</pre></div></div>")).collect();
    let body = format!("<main><div>{HEADLINE}{sections}</div><div>{thread}<div>{links}</div></div></main>");
    assert!(is_read(&body).0 >= 6);
    // Headings that lead to themselves are no entries.
    let items: String =
        (0..7).map(|n| format!("<div><h2><a href='#{n}'>Rule {n}</a></h2><p>{SENTENCE}</p></div>")).collect();
    assert_eq!(is_read(&format!("<main>{HEADLINE}{items}</main>")).0, 7);
}

#[test]
fn an_article_goes_on_behind_an_advertisement() {
    let parts = format!("<div>{}</div><div class=ad>Advertisement</div><div>{}</div>", paragraphs(8), paragraphs(2));
    assert_eq!(is_read(&format!("<article>{HEADLINE}{parts}</article>")).0, 10);
    // Of the same name it may be a lone paragraph, and deep in the same frame.
    let part = |n| format!("<div class=field__item><div>{}</div></div>", paragraphs(n));
    let parts = format!("<div><div>{}<figure></figure>{}</div></div>", part(8), part(1));
    assert_eq!(is_read(&format!("<article>{HEADLINE}{parts}</article>")).0, 9);
    // What a firm says of itself is none.
    let about = "<div class=field__item><div><p>Deltapump Inc. is a maker of pumps, and sells them in forty countries, on four continents.</p></div></div>";
    let body = format!("<article>{HEADLINE}<div>{}{about}</div></article>", part(8));
    assert!(!read(&body).text.contains("Deltapump"));
    // Else that says who wrote it.
    let parts = format!("<div>{}</div><div><p>{OTHER}</p></div>", paragraphs(8));
    assert_eq!(is_read(&format!("<article>{HEADLINE}{parts}</article>")), (8, false));
}

#[test]
fn who_wrote_it_is_not_told_of_in_the_article() {
    let bio = "<p>Joanna Rees covers the coast. She joined the paper in 2014 after ten years on a boat of her own.</p>";
    let byline = "<p class=byline>By Joanna Rees</p>";
    let text = read(&format!("<main>{HEADLINE}{byline}{}{bio}</main>", paragraphs(5))).text;
    assert!(text.contains(SENTENCE) && !text.contains("covers the coast"), "{text}");
    let text = read(&format!("<main>{HEADLINE}<p class=byline>By Karl Anders</p>{}{bio}</main>", paragraphs(5))).text;
    assert!(text.contains("covers the coast"), "of somebody else it may tell");
}

#[test]
fn a_card_in_an_article_is_no_sentence_of_it() {
    let card = format!("<div><a href='/b'><h4>Bakery to close</h4><p>{OTHER}</p></a></div>");
    let body = format!("<main>{HEADLINE}{}{card}{}</main>", paragraphs(3), paragraphs(3));
    assert_eq!(is_read(&body), (6, false));
}

#[test]
fn what_sums_an_article_up_stands_below_its_headline() {
    let points = "<ul><li>The ferry needs a new engine before winter</li><li>It carries 300 people from the island a day</li></ul>";
    for standfirst in [
        "<h2>Islanders fear that no boat will take them to the hospital</h2>",
        "<div class=teaser>Islanders fear that no boat will take them to the hospital.</div>",
        points,
    ] {
        let article = read(&format!("<main>{HEADLINE}{standfirst}<div>{}</div></main>", paragraphs(4)));
        let above: Vec<&str> =
            article.blocks[1..article.n_above].iter().map(|block| block.span.of(&article.text)).collect();
        assert_eq!(above.len(), if standfirst == points { 2 } else { 1 }, "{standfirst}: {above:?}");
    }
    let dates = "<ul><li>Published 18 November 2019</li><li>Updated 19 November 2019</li></ul>";
    assert_eq!(read(&format!("<main>{HEADLINE}{dates}<div>{}</div></main>", paragraphs(4))).n_above, 1);
}

#[test]
fn a_page_builders_names_say_nothing() {
    let boxes = |name: &str| -> String {
        (0..4)
            .map(|_| format!("<div class='{name}'><div class='{name}-container'>{}</div></div>", paragraphs(2)))
            .collect()
    };
    let head = format!("<div class='elementor-widget'>{HEADLINE}</div>");
    assert_eq!(is_read(&format!("<div>{head}{}</div>", boxes("elementor-widget"))).0, 8);
    let body =
        format!("<main>{HEADLINE}{}<div class='subscription-required'>{}</div></main>", paragraphs(2), paragraphs(5));
    assert_eq!(is_read(&body).0, 7);
}

#[test]
fn a_long_thread_below_a_short_article_is_none() {
    let thread: String = (0..20).map(|_| format!("<li>{OTHER}</li>")).collect();
    let body = format!("<main>{HEADLINE}{}</main><ul class=comments>{thread}</ul>", paragraphs(2));
    assert_eq!(is_read(&body), (2, false));
}

#[test]
fn what_sums_an_article_up_is_not_all_of_it() {
    let head = format!("<header>{HEADLINE}<p>{SENTENCE}</p></header>");
    let post = |number| format!("<article><h2 itemprop=headline>Update {number}</h2>{}</article>", paragraphs(2));
    let posts: String = (0..4).map(post).collect();
    assert_eq!(is_read(&format!("<main>{head}<div>{posts}</div></main>")).0, 9);
}

#[test]
fn a_page_of_whole_articles_is_no_article() {
    let post =
        |number| format!("<article><h2><a href='/{number}'>Ferry news {number}</a></h2>{}</article>", paragraphs(5));
    let posts: String = (0..4).map(post).collect();
    assert_eq!(read(&format!("<main>{posts}</main>")).absence, Some(Absence::NoArticle));
}

#[test]
fn the_last_lines_may_tell_of_the_paper() {
    for line in [
        "<p>Sign up for our <a href='/n'>newsletter</a>, every morning at seven.</p>",
        "<p>A version of this article appears in print on page 3.</p>",
    ] {
        let text = read(&format!("<main>{HEADLINE}{}{line}</main>", paragraphs(5))).text;
        assert!(!text.contains("newsletter") && !text.contains("in print"), "{text}");
    }
    let text =
        read(&format!("<main>{HEADLINE}<p>The newsletter was wrong, she said.</p>{}</main>", paragraphs(5))).text;
    assert!(text.contains("newsletter"));
}
