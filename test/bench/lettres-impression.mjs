// Electron's side of lettres.bench.ts: prints the pages that it is given, one line of JSON in, one out.
// {"id":1,"html":"/x.html","pdf":"/x.pdf"} → {"id":1,"ms":3100}: loading and printToPDF, with the product's own options.
import { app, BrowserWindow } from 'electron'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const options = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** The product keeps two hidden windows at work. */
const windows = 2

app.on('window-all-closed', () => undefined)
void app.whenReady().then(async () => {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  await Promise.all(Array.from({ length: windows }, () => work(lines)))
  app.exit(0)
})

/** One window: takes the next page as soon as it is free. @param {AsyncIterator<string>} lines */
async function work(lines) {
  // eslint-disable-next-line no-restricted-syntax -- the peer is Chromium alone, without the product's window
  const window = new BrowserWindow({ show: false })
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const { id, html, pdf } = JSON.parse(next.value)
    const start = performance.now()
    await window.loadFile(html)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    const bytes = await window.webContents.printToPDF(options)
    const ms = performance.now() - start
    writeFileSync(pdf, bytes)
    process.stdout.write(`${JSON.stringify({ id, ms })}\n`)
  }
}
