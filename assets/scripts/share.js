// <button data-share="address" data-share-title data-share-text hidden>: hands the page to another program of the
// reader's own, where the browser can. The link beside it works without.
if (navigator.share) {
  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { share: url, shareTitle: title, shareText: text } = button.dataset;
      try {
        await navigator.share({ url, title, text });
      } catch (error) {
        // The reader changed their mind: nothing to say.
        if (error.name !== "AbortError") throw error;
      }
    });
  }
}
