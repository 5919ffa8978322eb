// Below the login form: where somebody gets who has no password yet, or has forgotten it.
const link = (pluginPoint) => ({
  id: 'thidua-password-link',
  pluginPoint,
  priority: -1,
  render(node) {
    const place = document.createElement('p');
    place.className = 'thidua-password-link';
    const anchor = document.createElement('a');
    anchor.href = '/mat-khau/quen';
    anchor.textContent = 'Đăng nhập lần đầu hoặc quên mật khẩu?';
    place.append(anchor);
    node.append(place);
  },
  unmount() {},
});

export default ['tasklist', 'cockpit', 'admin', 'welcome'].map((app) => link(`${app}.login`));
