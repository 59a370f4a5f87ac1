/** Tells assistive technology that the choice of files is a button: PrimeFaces renders a bare span. */
const name = () => {
  for (const choose of document.querySelectorAll('.ui-fileupload-choose')) {
    choose.setAttribute('role', 'button');
  }
};
document.addEventListener('DOMContentLoaded', name);
name();
