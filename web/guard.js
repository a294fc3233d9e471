// What boot.js cannot say itself, because it is not there: an old browser, a page opened as a file, a script that was
// refused or never came. Written for browsers of any age, and loaded before boot.js.

/* eslint no-var: off */
(function () {
  'use strict';
  var patience = 20000;  // ms

  function tell(what, remedy) {
    var notice = document.getElementById('notice');
    if (window.threadbook || !notice || !notice.hidden) return;
    document.documentElement.setAttribute('data-failed', '');
    while (notice.firstChild) notice.removeChild(notice.firstChild);
    var strong = document.createElement('strong');
    strong.textContent = what;
    notice.appendChild(strong);
    [remedy, 'The examples cannot run here, but the book can be read.'].forEach(function (text) {
      var paragraph = document.createElement('p');
      paragraph.textContent = text;
      notice.appendChild(paragraph);
    });
    var again = document.createElement('button');
    again.type = 'button';
    again.textContent = 'Try again';
    again.addEventListener('click', function () { location.reload(); });
    notice.appendChild(again);
    notice.hidden = false;
  }

  function look() {
    if (window.threadbook) return;
    if (location.protocol === 'file:') {
      tell('This page was opened as a file, and browsers give files no threads.',
        'Have its folder served: web/serve does it, and so does any web server for static files.');
    } else if (!('noModule' in document.createElement('script'))) {
      tell('This browser is too old to run the examples.', 'Use a current version of Chrome, Edge, Firefox or Safari.');
    } else {
      tell('The page\u2019s scripts could not be loaded.',
        'The connection may have broken, an extension or a policy may refuse them, or the browser is too old: a current version of Chrome, Edge, Firefox or Safari is needed.');
    }
  }

  // Modules have run, or failed, when the page says it is loaded; unless one of them never comes.
  if (document.readyState === 'complete') setTimeout(look, 0);
  else window.addEventListener('load', function () { setTimeout(look, 0); });
  setTimeout(look, patience);
})();
