/**
 * Makes the choice of files one thing for keyboard and assistive technology: PrimeFaces renders a
 * focusable span without a role around a hidden input; here the input itself is reached and named.
 */
const mend = () => {
  for (const choose of document.querySelectorAll('.ui-fileupload-choose')) {
    const input = choose.querySelector('input[type=file]');
    input.setAttribute('aria-labelledby', choose.getAttribute('aria-labelledby'));
    input.removeAttribute('aria-hidden');
    input.tabIndex = 0;
    choose.removeAttribute('aria-labelledby');
    choose.removeAttribute('tabindex');
  }
};
document.addEventListener('DOMContentLoaded', mend, { once: true });
