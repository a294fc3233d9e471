// The book as plain HTML.

#include "book/html.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "book/load.h"

namespace threadbook::book {
namespace {

Book book_of(const std::vector<ChapterSource>& sources) {
  LoadedBook loaded = load_book(sources);
  REQUIRE(loaded.problems == std::vector<std::string>{});
  return std::move(loaded.book);
}

// A chapter's blocks without their numbers.
std::string html_of(std::string_view markdown) {
  const std::string chapter = "---\ntitle: T\nanchor: t\norder: 1\n---\n" + std::string(markdown);
  const std::vector<ChapterSource> sources = {{"t.md", chapter}};
  const std::string html = chapter_html(load_book(sources).book, 0);
  const std::string opening = "<h1 data-block=\"0\">T</h1>\n";
  const std::size_t begin = html.find(opening);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = html.rfind("</article>");
  std::string blocks = html.substr(begin + opening.size(), end - begin - opening.size());
  for (std::size_t at = 0; (at = blocks.find(" data-block=\"", at)) != std::string::npos;) {
    blocks.erase(at, blocks.find('"', at + 13) + 1 - at);
  }
  return blocks;
}

TEST_CASE("what means something in HTML is escaped") {
  CHECK(escape_html("a < b && c > \"d\" 'e'") == "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;");
  CHECK(escape_html("größer 線程") == "größer 線程");
  CHECK(html_of("a < b & `<c>`\n") == "<p>a &lt; b &amp; <code>&lt;c&gt;</code></p>\n");
  CHECK(html_of("```python\nx = \"<\"\n```\n") ==
        "<pre><code class=\"language-python\">x = &quot;&lt;&quot;\n</code></pre>\n");
}

TEST_CASE("running text") {
  CHECK(html_of("**s** *e* ***b***\n") == "<p><strong>s</strong> <em>e</em> <strong><em>b</em></strong></p>\n");
  CHECK(html_of("a\\\nb\n") == "<p>a<br>\nb</p>\n");
}

TEST_CASE("a link over several styles is one link") {
  CHECK(html_of("[the `t` here](#t)[next](https://example.org/?a&b)\n") ==
        "<p><a href=\"t.html\">the <code>t</code> here</a>"
        "<a href=\"https://example.org/?a&amp;b\">next</a></p>\n");
}

TEST_CASE("headings lie below the chapter's own, can be linked to and say how") {
  CHECK(html_of("## One `x`\n\n### Two\n") ==
        "<h2 id=\"one-x\">One <code>x</code> "
        "<a class=\"permalink\" href=\"#one-x\" aria-label=\"Link to this section\">#</a></h2>\n"
        "<h3 id=\"two\">Two <a class=\"permalink\" href=\"#two\" aria-label=\"Link to this section\">#</a></h3>\n");
}

TEST_CASE("lists") {
  CHECK(html_of("- a\n- b\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(html_of("2. a\n") == "<ol start=\"2\">\n<li>a</li>\n</ol>\n");
  CHECK(html_of("- a\n\n- b\n") == "<ul class=\"loose\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST_CASE("a table names its columns and rows") {
  CHECK(html_of("| a | b |\n|---|--:|\n| 1 | 2 |\n") ==
        "<table>\n<thead>\n<tr><th scope=\"col\">a</th>"
        "<th scope=\"col\" class=\"end\">b</th></tr>\n</thead>\n<tbody>\n"
        "<tr><th scope=\"row\">1</th><td class=\"end\">2</td></tr>\n"
        "</tbody>\n</table>\n");
}

TEST_CASE("callouts say what they are") {
  CHECK(html_of("> **Try it.** Go.\n") ==
        "<div class=\"callout try-it\" role=\"note\" aria-label=\"Try it\">\n"
        "<p><strong>Try it</strong></p>\n<p>Go.</p>\n</div>\n");
  CHECK(html_of("> Said.\n") == "<blockquote>\n<p>Said.</p>\n</blockquote>\n");
  CHECK(html_of("---\n") == "<hr>\n");
}

TEST_CASE("blocks say their numbers, those inside others do not") {
  const Book book =
      book_of({{"t.md", "---\ntitle: T\nanchor: t\norder: 1\n---\nA\n\n- b\n\n  c\n\n> **Note.** d\n\n---\n"}});
  CHECK(chapter_html(book, 0) ==
        "<article data-level=\"1\">\n<h1 data-block=\"0\">T</h1>\n"
        "<p data-block=\"1\">A</p>\n"
        "<ul class=\"loose\" data-block=\"2\">\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n"
        "<div class=\"callout note\" role=\"note\" aria-label=\"Note\" data-block=\"3\">\n"
        "<p><strong>Note</strong></p>\n<p>d</p>\n</div>\n"
        "<hr data-block=\"4\">\n"
        "</article>\n<nav class=\"onward\" aria-label=\"Previous and next chapter\">\n</nav>\n");
}

const std::vector<ChapterSource>& three_chapters() {
  static const std::vector<ChapterSource> sources = {
      {"a.md", "---\ntitle: A `x`\nanchor: index\norder: 1\n---\nThe \"first\".\n"},
      {"b.md", "---\ntitle: B\nanchor: b\nparent: index\norder: 2\n---\n[Go \\<on>](b/go.py \"gil=off\")\n"},
      {"c.md", "---\ntitle: C\nanchor: c\norder: 3\n---\n"},
      {"b/go.py", "print('<')\n"}};
  return sources;
}

TEST_CASE("the contents nest as the chapters do and mark the one at hand") {
  const Book book = book_of(three_chapters());
  CHECK(contents_html(book, 1, false) ==
        "<ol>\n<li><a href=\"index.html\">A <code>x</code></a>\n<ol>\n"
        "<li><a href=\"b.html\" aria-current=\"page\">B</a></li>\n"
        "</ol>\n</li>\n"
        "<li><a href=\"c.html\">C</a></li>\n"
        "</ol>\n");
  CHECK(contents_html(book, 0, true).find("<li id=\"c\"><a href=\"c.html\">C</a></li>") != std::string::npos);
  CHECK(contents_html(book, kNoChapter, false).find("aria-current") == std::string::npos);
}

TEST_CASE("an example is a figure under its id, a chapter leads to its neighbours") {
  const Book book = book_of(three_chapters());
  CHECK(chapter_html(book, 1) ==
        "<article data-level=\"2\">\n<h1 data-block=\"0\">B</h1>\n"
        "<figure class=\"example\" id=\"b/go\" data-gil=\"off\" data-block=\"1\">\n"
        "<figcaption>Go &lt;on&gt; "
        "<a class=\"permalink\" href=\"#b/go\" aria-label=\"Link to this example\">#</a></figcaption>\n"
        "<pre><code class=\"language-python\">print(&#39;&lt;&#39;)\n</code></pre>\n</figure>\n"
        "</article>\n<nav class=\"onward\" aria-label=\"Previous and next chapter\">\n"
        "<a rel=\"prev\" href=\"index.html\"><span>Previous</span> A <code>x</code></a>\n"
        "<a rel=\"next\" href=\"c.html\"><span>Next</span> C</a>\n"
        "</nav>\n");
}

TEST_CASE("a page's head names it, and its address where that is known") {
  const Book book = book_of(three_chapters());
  CHECK(head_html(book, 0, "") ==
        "<title>A x \u00b7 Threadbook</title>\n"
        "<meta name=\"description\" content=\"The &quot;first&quot;.\">\n"
        "<meta property=\"og:site_name\" content=\"Threadbook\">\n"
        "<meta property=\"og:type\" content=\"website\">\n"
        "<meta property=\"og:title\" content=\"A x\">\n"
        "<meta property=\"og:description\" content=\"The &quot;first&quot;.\">\n"
        "<meta name=\"twitter:card\" content=\"summary\">\n"
        "<link rel=\"next\" href=\"b.html\">\n");
  const std::string known = head_html(book, 1, "https://example.org/threads/");
  CHECK(known.find("<link rel=\"canonical\" href=\"https://example.org/threads/b.html\">") != std::string::npos);
  CHECK(known.find("<meta property=\"og:url\" content=\"https://example.org/threads/b.html\">") != std::string::npos);
  CHECK(known.find("<link rel=\"prev\" href=\"index.html\">") != std::string::npos);
  CHECK(head_html(book, 0, "https://example.org/threads/").find("href=\"https://example.org/threads/\"") !=
        std::string::npos);
}

TEST_CASE("the sitemap has every page") {
  const std::string map = sitemap(book_of(three_chapters()), "https://example.org/");
  for (const char* address : {"https://example.org/", "https://example.org/b.html", "https://example.org/c.html",
                              "https://example.org/reference.html"}) {
    CHECK(map.find("<loc>" + std::string(address) + "</loc>") != std::string::npos);
  }
}

TEST_CASE("a description is whole sentences where one ends in time, else whole words") {
  const auto described = [](const std::string& text) {
    return description(book_of({{"t.md", "---\ntitle: T\nanchor: t\norder: 1\n---\n" + text + "\n"}}).chapters[0]);
  };
  const std::string sentence = "It is a sentence of some length that says what a chapter is about, as they do.";
  CHECK(described("") == "T");
  CHECK(described("`a` and\n*b*.") == "a and b.");
  CHECK(described(sentence + " " + sentence + " " + sentence) == sentence + " " + sentence);
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  CHECK(described(words) == words.substr(0, 199) + " \u2026");
}

}  // namespace
}  // namespace threadbook::book
