// Electron's side of lettres.bench.ts: prints the pages that it is given, one line of JSON in, one out.
// {"html":"/x.html","pdf":"/x.pdf"} → {"ms":3100}: loading and printToPDF, with the product's own options.
import { app, BrowserWindow } from 'electron'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const options = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

app.on('window-all-closed', () => undefined)
void app.whenReady().then(async () => {
  // eslint-disable-next-line no-restricted-syntax -- the peer is Chromium alone, without the product's window
  const window = new BrowserWindow({ show: false })
  for await (const line of createInterface({ input: process.stdin })) {
    const { html, pdf } = JSON.parse(line)
    const start = performance.now()
    await window.loadFile(html)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    const bytes = await window.webContents.printToPDF(options)
    const ms = performance.now() - start
    writeFileSync(pdf, bytes)
    process.stdout.write(`${JSON.stringify({ ms })}\n`)
  }
  app.exit(0)
})
