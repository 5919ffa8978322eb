// Tasklist says nothing when a task was handed in, and leaves an earlier refusal standing. This tells what happened.

const STARTED = /\/process-definition\/[^/]+\/submit-form(\?|$)/;
const HANDED_IN = /\/task\/[^/]+\/(submit-form|complete)(\?|$)/;
const SHOWN_FOR = 8000;

function closeOldNotices() {
  document.querySelectorAll('.page-notifications .close, .modal-body .notifications .close').forEach((button) => button.click());
}

function say(text) {
  const notice = document.createElement('div');
  notice.className = 'thidua-notice';
  notice.setAttribute('role', 'status');
  notice.textContent = text;
  document.body.append(notice);
  setTimeout(() => notice.remove(), SHOWN_FOR);
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  if (method === 'POST' && STARTED.test(url)) closeOldNotices();
  if (method === 'POST' && HANDED_IN.test(url)) {
    closeOldNotices();
    this.addEventListener('load', () => {
      if (this.status >= 200 && this.status < 300) say('Đã hoàn thành nhiệm vụ. Hệ thống đã ghi nhận kết quả.');
    });
  }
  return open.call(this, method, url, ...rest);
};
