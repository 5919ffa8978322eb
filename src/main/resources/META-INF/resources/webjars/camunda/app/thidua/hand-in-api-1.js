// Calls of the server that receives documents. Three outcomes: an answer, a Refusal in the server's own words, or Lost,
// when nobody knows whether the server heard.

export class Refusal extends Error {
  constructor(status, message, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

export class Lost extends Error {}

/** No byte moved for this long (milliseconds) while sending: the connection is taken for lost. */
const STALLED = 60_000;
/** The server may take this long over the last bytes, since it stores them before it answers. */
const ANSWERS = 180_000;

const WORDS = {
  400: 'Yêu cầu gửi lên chưa đúng. Hãy tải lại trang rồi thử lại.',
  401: 'Phiên làm việc đã hết.',
  403: 'Ông/Bà không có quyền thực hiện việc này.',
  404: 'Không tìm thấy nội dung này, hoặc nội dung không thuộc đơn vị của Ông/Bà.',
  409: 'Nội dung vừa thay đổi ở nơi khác. Trang đã được cập nhật, hãy xem lại.',
  410: 'Máy chủ không còn giữ phần đã tải lên.',
  413: 'Tệp lớn hơn mức cho phép.',
  422: 'Tệp không được tiếp nhận.',
};

const refusal = (status, body) =>
  new Refusal(status, body?.message || WORDS[status] || 'Máy chủ tạm thời chưa xử lý được. Hệ thống sẽ tự thử lại.', body);

/** Whether it is worth asking again later without any change. */
export const passing = (error) => error instanceof Lost || (error instanceof Refusal && error.status >= 500);

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** @throws Refusal, Lost */
export async function call(method, path, body) {
  let response;
  let text;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        ...(method === 'GET' ? {} : { 'X-Thidua': '1' }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(STALLED),
    });
    text = await response.text();
  } catch {
    throw new Lost('Mất kết nối với máy chủ.');
  }
  // A way to the sign-in page is what the end of a session looks like from here.
  const status = response.type === 'opaqueredirect' ? 401 : response.status;
  if (status < 200 || status > 299) throw refusal(status, parsed(text));
  return parsed(text);
}

/**
 * Sends one piece of a file. XMLHttpRequest, because fetch does not tell how much was sent.
 * @param onSent called with the bytes of this piece that have left the machine
 * @param signal an AbortSignal; aborted, the promise is rejected as Lost
 */
export function sendPiece(path, offset, piece, onSent, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer;
    const lost = () => {
      clearTimeout(timer);
      reject(new Lost('Mất kết nối với máy chủ.'));
    };
    const patience = (milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), milliseconds);
    };
    request.open('PATCH', path);
    request.setRequestHeader('X-Thidua', '1');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Upload-Offset', String(offset));
    request.upload.onprogress = (event) => {
      patience(STALLED);
      onSent(event.loaded);
    };
    request.upload.onload = () => patience(ANSWERS);
    request.onerror = lost;
    request.onabort = lost;
    request.onload = () => {
      clearTimeout(timer);
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(refusal(request.status, body));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) return lost();
    patience(STALLED);
    request.send(piece);
  });
}
