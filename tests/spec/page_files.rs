//! The pages, for the browser, which has no folders to read. Written by `UPDATE=1 cargo test`.

/// Name, page, and what is found on it.
#[rustfmt::skip]
pub const PAGE_FILES: &[(&str, &str, &str)] = &[
    ("app-shell", include_str!("../pages/app-shell.html"), include_str!("../pages/app-shell.txt")),
    ("blog", include_str!("../pages/blog.html"), include_str!("../pages/blog.txt")),
    ("empty", include_str!("../pages/empty.html"), include_str!("../pages/empty.txt")),
    ("exotic", include_str!("../pages/exotic.html"), include_str!("../pages/exotic.txt")),
    ("front", include_str!("../pages/front.html"), include_str!("../pages/front.txt")),
    ("front-page", include_str!("../pages/front-page.html"), include_str!("../pages/front-page.txt")),
    ("german", include_str!("../pages/german.html"), include_str!("../pages/german.txt")),
    ("image-only", include_str!("../pages/image-only.html"), include_str!("../pages/image-only.txt")),
    ("images", include_str!("../pages/images.html"), include_str!("../pages/images.txt")),
    ("languages", include_str!("../pages/languages.html"), include_str!("../pages/languages.txt")),
    ("live", include_str!("../pages/live.html"), include_str!("../pages/live.txt")),
    ("live-blog", include_str!("../pages/live-blog.html"), include_str!("../pages/live-blog.txt")),
    ("login-wall", include_str!("../pages/login-wall.html"), include_str!("../pages/login-wall.txt")),
    ("newspaper-paywall", include_str!("../pages/newspaper-paywall.html"), include_str!("../pages/newspaper-paywall.txt")),
    ("next-article", include_str!("../pages/next-article.html"), include_str!("../pages/next-article.txt")),
    ("own-markup", include_str!("../pages/own-markup.html"), include_str!("../pages/own-markup.txt")),
    ("results-in-links", include_str!("../pages/results-in-links.html"), include_str!("../pages/results-in-links.txt")),
    ("search-results", include_str!("../pages/search-results.html"), include_str!("../pages/search-results.txt")),
    ("standfirst", include_str!("../pages/standfirst.html"), include_str!("../pages/standfirst.txt")),
    ("stated", include_str!("../pages/stated.html"), include_str!("../pages/stated.txt")),
    ("wire", include_str!("../pages/wire.html"), include_str!("../pages/wire.txt")),
    ("wire-story", include_str!("../pages/wire-story.html"), include_str!("../pages/wire-story.txt")),
    ("wordpress-blog", include_str!("../pages/wordpress-blog.html"), include_str!("../pages/wordpress-blog.txt")),
];
