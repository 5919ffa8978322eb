// A link in a form's text opens a tab of its own: in this one, what is filled in would be gone.

addEventListener(
  'click',
  ({ target }) => {
    const link = target.closest?.('.fjs-container a[href]');
    if (!link) return;
    link.target = '_blank';
    link.rel = 'noopener';
  },
  true
);
