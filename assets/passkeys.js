// Buttons for passkeys: shown where the browser can use one; asks the server for a challenge, the device for its answer.
const forms = document.querySelectorAll('form[data-passkey]');
const isAble = typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

for (const form of isAble ? forms : []) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(form).then(
      (credential) => {
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      },
      () => {
        form.querySelector('[role=alert]').hidden = false;
      },
    );
  });
}

/** The device's answer to a new challenge of the server. */
async function answer(form) {
  const body = new URLSearchParams(new FormData(form));
  const response = await fetch(form.dataset.options, { method: 'POST', body });
  if (!response.ok) throw new Error(`no challenge: ${response.status}`);
  const options = await response.json();
  if (form.dataset.passkey === 'add') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return (await navigator.credentials.create({ publicKey })).toJSON();
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return (await navigator.credentials.get({ publicKey })).toJSON();
}
