/**
 * Lays the printed page out on sheets of paper, on the screen: what does not fit goes to the next sheet, as Chromium's
 * printer does with the same rules (a title stays with what follows, a row or a signature block is not cut). The printer
 * remains the judge: a paragraph that it would split goes whole to the next sheet here.
 */

/** CSS pixels of an A4 sheet and of the margins of `html-style.ts`. */
const mm = 96 / 25.4
const sheet = { width: 210 * mm, height: 297 * mm, top: 15 * mm, side: 20 * mm, bottom: 19 * mm, gutter: 4 * mm }
const content = sheet.height - sheet.top - sheet.bottom

export const sheetWidth = Math.round(sheet.width)

/** What the screen adds to the style of the page. */
export const sheetStyle = `
html { background: transparent; }
body { width: ${String(sheet.width)}px; overflow: hidden; }
section { position: relative; padding: ${String(sheet.top)}px ${String(sheet.side)}px 0; background: #fff; }
.saut { position: relative; margin: 0 -${String(sheet.side)}px; }
li.saut { margin-left: calc(-${String(sheet.side)}px - 12pt); padding: 0; }
li.saut::marker { content: ''; }
.saut > i { position: absolute; right: ${String(sheet.side)}px; left: ${String(sheet.side)}px; padding-top: 4pt; border-top: 0.5pt solid #bfbfbf;
  color: #595959; font-size: 8pt; font-style: normal; text-align: right; }
.saut > b { position: absolute; right: 0; bottom: ${String(sheet.top)}px; left: 0; height: ${String(sheet.gutter)}px; background: var(--fond); }
td.saut { padding: 0; border: 0; }
td.saut > div { position: relative; margin: 0 -${String(sheet.side)}px; }
`

const atomic = new Set(['P', 'H1', 'H2', 'H3', 'TR', 'LI', 'CAPTION'])

/** The smallest things that a sheet may end before. */
function units(parent: Element): HTMLElement[] {
  return [...parent.children].flatMap((child) => {
    const element = child as HTMLElement
    const whole =
      atomic.has(element.tagName) || /\b(?:groupe|entete|references|embleme|signatures)\b/u.test(element.className)
    return whole ? [element] : units(element)
  })
}

/** Titles, table heads, the first item of a list, its last but one and the last but one row stay with what follows them. */
function staysWithNext(unit: HTMLElement | undefined): boolean {
  if (!unit) return false
  if (/^(?:H[123]|CAPTION)$/u.test(unit.tagName) || unit.parentElement?.tagName === 'THEAD') return true
  if (unit.tagName === 'TR') return unit.matches(':nth-last-child(2)')
  return unit.tagName === 'LI' && (unit.matches(':first-child') || unit.matches(':nth-last-child(2)'))
}

/** Goes back to where a sheet may really end. */
function beginning(all: readonly HTMLElement[], index: number): number {
  let at = index
  while (at > 0 && staysWithNext(all[at - 1])) at -= 1
  return at
}

/** The break, in the element that the unit's place allows, at the right height. */
function breakBefore(unit: HTMLElement, height: number): HTMLElement {
  const page = unit.ownerDocument
  const box = page.createElement(unit.tagName === 'LI' ? 'li' : 'div')
  box.className = 'saut'
  box.style.height = `${String(height)}px`
  if (unit.tagName !== 'TR') {
    unit.before(box)
    return box
  }
  const row = page.createElement('tr')
  const cell = page.createElement('td')
  cell.className = 'saut'
  cell.colSpan = unit.children.length
  const inner = page.createElement('div')
  inner.className = 'saut'
  inner.style.height = `${String(height)}px`
  cell.append(inner)
  row.append(cell)
  unit.before(row)
  return inner
}

function footer(box: HTMLElement, room: number, gutter: boolean): HTMLElement {
  const line = box.ownerDocument.createElement('i')
  line.style.top = `${String(room + sheet.bottom - 14.5 * mm)}px`
  box.append(line)
  if (gutter) box.append(box.ownerDocument.createElement('b'))
  return line
}

/** Breaks one part into sheets and writes « mention – page n/N » under each. Returns the number of sheets. */
function paginateSection(section: HTMLElement, mention: string): number {
  const origin = section.getBoundingClientRect().top + sheet.top
  const all = units(section)
  const footers: HTMLElement[] = []
  let limit = content
  let first = 0
  for (let index = 0; index < all.length; index++) {
    const bottom = (all[index]?.getBoundingClientRect().bottom ?? 0) - origin
    if (bottom <= limit + 1) continue
    const start = beginning(all, index)
    // Taller than a sheet: it overflows, nothing would be gained by another break.
    const unit = all[start <= first ? index : start]
    if (!unit || index === first) continue
    const top = unit.getBoundingClientRect().top - origin
    const room = Math.max(0, limit - top)
    footers.push(footer(breakBefore(unit, room + sheet.bottom + sheet.gutter + sheet.top), room, true))
    limit += sheet.bottom + sheet.gutter + sheet.top + content
    first = start <= first ? index : start
    index = first - 1
  }
  const last = section.ownerDocument.createElement('div')
  last.className = 'saut'
  const room = Math.max(0, limit - (section.getBoundingClientRect().bottom - origin))
  last.style.height = `${String(room + sheet.bottom)}px`
  section.append(last)
  footers.push(footer(last, room, false))
  footers.forEach((line, rank) => {
    line.textContent = `${mention} – page ${String(rank + 1)}/${String(footers.length)}`
  })
  return footers.length
}

/** Puts another page's content in the place of this one's; the style stays, as does where one was looking. */
export function replaceBody(page: Document, html: string): void {
  // The body alone: parsing a style element without the window's nonce is refused, aloud.
  const body = html.slice(html.indexOf('<body>'), html.lastIndexOf('</body>'))
  page.body.replaceChildren(...new DOMParser().parseFromString(body, 'text/html').body.childNodes)
}

/** Lays out every part of the document; returns the height of the whole and the number of sheets. */
export function paginate(page: Document, mention: string): { height: number; sheets: number } {
  const sheets = [...page.querySelectorAll('section')].reduce(
    (total, section) => total + paginateSection(section, mention),
    0,
  )
  return { height: page.body.scrollHeight, sheets }
}
