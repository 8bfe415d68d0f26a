// The pages work without this. It adds: progress while a file is sent, and while it is read.
class UploadForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const input = form.querySelector("input[type=file]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(form);
    });
    for (const name of ["dragenter", "dragover"]) {
      this.addEventListener(name, (event) => {
        event.preventDefault();
        this.classList.add("drop-target");
      });
    }
    for (const name of ["dragleave", "drop"]) {
      this.addEventListener(name, (event) => {
        event.preventDefault();
        this.classList.remove("drop-target");
      });
    }
    this.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
      }
    });
  }

  send(form) {
    const bar = this.querySelector("progress");
    const says = this.querySelector("[data-says]");
    const button = form.querySelector("button");
    const request = new XMLHttpRequest();
    const finish = (text) => {
      button.disabled = false;
      bar.hidden = true;
      says.hidden = false;
      says.textContent = text;
      says.className = "note bad";
    };
    const file = form.querySelector("input[type=file]").files[0];
    if (file && file.size > Number(form.dataset.maximum)) {
      finish("That file is larger than this installation takes.");
      return;
    }
    button.disabled = true;
    bar.hidden = false;
    says.hidden = false;
    says.className = "soft small";
    says.textContent = "Sending the file…";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        bar.max = event.total;
        bar.value = event.loaded;
        says.textContent = event.loaded < event.total ? `Sent ${Math.floor((100 * event.loaded) / event.total)} %` : "Storing the file…";
      }
    });
    request.addEventListener("load", () => {
      const answer = read(request.responseText);
      if (request.status === 202 && answer.page) {
        location.assign(answer.page);
      } else {
        finish(answer.detail || "The file could not be taken. Try again.");
      }
    });
    request.addEventListener("error", () => finish("The connection broke while the file was sent. Try again."));
    request.open("POST", form.dataset.api);
    request.send(new FormData(form));
  }
}

class ImportProgress extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.refresh(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async refresh() {
    const answer = await fetch(this.dataset.api, { headers: { accept: "application/json" } }).catch(() => null);
    if (!answer || !answer.ok) {
      return;
    }
    const now = await answer.json();
    if (now.state !== this.dataset.state) {
      location.reload();
      return;
    }
    const bar = this.querySelector("progress");
    if (now.state === "reading") {
      bar.max = Math.max(1, now.total_bytes);
      bar.value = now.read_bytes;
    }
    for (const place of this.querySelectorAll("[data-field]")) {
      place.textContent = now.says[place.dataset.field];
    }
  }
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

customElements.define("upload-form", UploadForm);
customElements.define("import-progress", ImportProgress);
