import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../electron/documents/html'
import type { Bloc, DocumentDecrit } from '../../../electron/documents/html-description'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const document = (...blocs: Bloc[]): DocumentDecrit => ({
  titre: 'Essai <1>',
  parties: [{ titre: 'Partie', blocs, pied: { sujet: '', mention: '', premierePage: '' } }],
})
const corps = (...blocs: Bloc[]): string =>
  /<body>([\s\S]*)<\/body>/u.exec(renderHtml(document(...blocs), resources))?.[1] ?? ''
const tableau: Bloc = {
  genre: 'tableau',
  legende: 'Heures',
  legendeVisible: false,
  colonnes: [{ titre: 'Domaine' }, { titre: 'Heures', largeur: 25, aDroite: true }],
  lignes: [['Prévention', '350 h']],
  total: ['Total', '350 h'],
}

describe('page à imprimer', () => {
  it('ne laisse passer aucun balisage venu des données', () => {
    const hostile = '<script>alert(1)</script>" onerror="x'
    const html = corps(
      { genre: 'paragraphe', texte: hostile },
      { genre: 'liste', items: [hostile] },
      { genre: 'titre', niveau: 1, texte: hostile, etiquette: hostile },
    )
    expect(html).not.toMatch(/<script|" onerror/u)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot; onerror=&quot;x')
  })

  it('est en français, se suffit à elle-même et ne porte ni script ni style dans ses balises', () => {
    const html = renderHtml(document({ genre: 'paragraphe', texte: 'Bonjour' }), resources)
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('<title>Essai &lt;1&gt;</title>')
    expect(html.match(/<style>/gu)).toHaveLength(1)
    expect(html).not.toMatch(/<script|style=|https?:|<link/u)
  })

  it('annonce les en-têtes de colonne et nomme les tableaux', () => {
    expect(corps(tableau)).toContain('<table aria-label="Heures">')
    expect(corps({ ...tableau, legendeVisible: true })).toContain('<caption>Heures</caption>')
    expect(corps(tableau)).toContain(
      '<thead><tr><th scope="col">Domaine</th><th scope="col" class="droite">Heures</th></tr></thead>',
    )
    expect(corps(tableau)).toContain('<tr class="total"><td>Total</td><td class="droite">350 h</td></tr>')
  })

  it('garde les sauts de ligne et les titres à leur niveau', () => {
    expect(corps({ genre: 'paragraphe', texte: 'a\nb' })).toContain('<p>a<br>b</p>')
    expect(corps({ genre: 'titre', niveau: 1, texte: 'Lettre', etiquette: 'Objet' })).toContain(
      '<h1>Objet\u00A0: Lettre</h1>',
    )
  })

  it('n’emporte la seconde moitié de la police que si un caractère la demande', () => {
    const taille = (texte: string): number => renderHtml(document({ genre: 'paragraphe', texte }), resources).length
    expect(taille('Łuczak')).toBeGreaterThan(taille('Œuvrard') + 80_000)
  })
})
