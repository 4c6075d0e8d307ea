import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')

function tokens(scheme: string): Map<string, string> {
  const block = css.split(`data-mantine-color-scheme='${scheme}'] {`)[1]?.split('}')[0] ?? ''
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'])('Les couleurs de l’affichage « %s »', (scheme) => {
  const all = tokens(scheme)
  const colour = (name: string): string => all.get(`--${name}`) ?? ''
  const grounds = ['surface', 'ground', 'surface-raised', 'hover', 'selected']
  const texts = [
    ...['ink', 'soft', 'primary-text', 'erreur-text', 'attention-text', 'succes-text', 'info-text'].flatMap((text) =>
      grounds.map((ground) => [text, ground]),
    ),
    ...['neutre', 'info', 'succes', 'attention', 'erreur'].flatMap((tone) => [
      [`${tone}-text`, `${tone}-tint`],
      ['ink', `${tone}-tint`],
    ]),
    ['primary-text', 'primary-tint'],
    ['on-primary', 'primary'],
  ]
  test.each(texts)('%s se lit sur %s (4,5 au moins)', (text = '', ground = '') => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test('le bord des champs se distingue du fond (3 au moins)', () => {
    expect(contrast(colour('control-line'), colour('surface'))).toBeGreaterThanOrEqual(3)
  })
  test('les quatre premières couleurs des graphiques se distinguent deux à deux en gris', () => {
    const greys = [1, 2, 3, 4].map((n) => colour(`chart-${n}`))
    const pairs = greys.flatMap((a, i) => greys.slice(i + 1).map((b) => contrast(a, b)))
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(1.4)
  })
})
