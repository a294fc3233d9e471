// The book as plain HTML.

#include "book/html.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "book/load.h"

namespace threadbook::book {
namespace {

std::string html_of(std::string_view markdown) {
  const std::string chapter = "---\ntitle: T\nanchor: t\norder: 1\n---\n" + std::string(markdown);
  const std::vector<ChapterSource> sources = {{"t.md", chapter}};
  const std::string html = to_html(load_book(sources).book);
  const std::string opening = "<h2 id=\"t-title\">T</h2>\n";
  const std::size_t begin = html.find(opening);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = html.rfind("</section>");
  return html.substr(begin + opening.size(), end - begin - opening.size());
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
        "<p><a href=\"#t\">the <code>t</code> here</a>"
        "<a href=\"https://example.org/?a&amp;b\">next</a></p>\n");
}

TEST_CASE("headings inside a chapter lie below the chapter's own") {
  CHECK(html_of("## One\n\n### Two\n") == "<h3>One</h3>\n<h4>Two</h4>\n");
}

TEST_CASE("lists") {
  CHECK(html_of("- a\n- b\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(html_of("2. a\n") == "<ol start=\"2\">\n<li>a</li>\n</ol>\n");
  CHECK(html_of("- a\n\n- b\n") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST_CASE("a table names its columns and rows") {
  CHECK(html_of("| a | b |\n|---|--:|\n| 1 | 2 |\n") ==
        "<table>\n<thead>\n<tr><th scope=\"col\">a</th>"
        "<th scope=\"col\" style=\"text-align: end\">b</th></tr>\n</thead>\n<tbody>\n"
        "<tr><th scope=\"row\">1</th><td style=\"text-align: end\">2</td></tr>\n"
        "</tbody>\n</table>\n");
}

TEST_CASE("callouts say what they are") {
  CHECK(html_of("> **Try it.** Go.\n") ==
        "<div class=\"callout try-it\" role=\"note\" aria-label=\"Try it\">\n"
        "<p><strong>Try it</strong></p>\n<p>Go.</p>\n</div>\n");
  CHECK(html_of("> Said.\n") == "<blockquote>\n<p>Said.</p>\n</blockquote>\n");
  CHECK(html_of("---\n") == "<hr>\n");
}

TEST_CASE("contents and sections nest as the chapters do, examples are figures") {
  const std::vector<ChapterSource> sources = {
      {"a.md", "---\ntitle: A `x`\nanchor: a\norder: 1\n---\n"},
      {"b.md", "---\ntitle: B\nanchor: b\nparent: a\norder: 2\n---\n[Go \\<on>](b/go.py)\n"},
      {"c.md", "---\ntitle: C\nanchor: c\norder: 3\n---\n"},
      {"b/go.py", "print('<')\n"}};
  const LoadedBook loaded = load_book(sources);
  CHECK(loaded.problems == std::vector<std::string>{});
  CHECK(to_html(loaded.book) ==
        "<nav class=\"book-contents\" aria-label=\"Contents\">\n<ol>\n"
        "<li><a href=\"#a\">A <code>x</code></a>\n<ol>\n"
        "<li><a href=\"#b\">B</a></li>\n"
        "</ol>\n</li>\n"
        "<li><a href=\"#c\">C</a></li>\n"
        "</ol>\n</nav>\n"
        "<article class=\"book\">\n<h1>Concurrent Programming in Python</h1>\n"
        "<section id=\"a\" aria-labelledby=\"a-title\">\n<h2 id=\"a-title\">A <code>x</code></h2>\n"
        "<section id=\"b\" aria-labelledby=\"b-title\">\n<h3 id=\"b-title\">B</h3>\n"
        "<figure class=\"example\" id=\"example-b-go\">\n<figcaption>Go &lt;on&gt;</figcaption>\n"
        "<pre><code class=\"language-python\">print(&#39;&lt;&#39;)\n</code></pre>\n</figure>\n"
        "</section>\n</section>\n"
        "<section id=\"c\" aria-labelledby=\"c-title\">\n<h2 id=\"c-title\">C</h2>\n</section>\n"
        "</article>\n");
}

}  // namespace
}  // namespace threadbook::book
