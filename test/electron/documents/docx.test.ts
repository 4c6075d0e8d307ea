import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../../electron/documents/docx'
import type { Bloc, DocumentDecrit, PartieDecrite } from '../../../electron/documents/html-description'
import { lireDocx, texteDe } from '../../helpers/docx'

const proprietes = { auteur: 'Académie de Rennes', sujet: 'Lettre & suite', creeLe: '2026-11-28T10:20:30.000Z' }
const partie = (...blocs: Bloc[]): PartieDecrite => ({
  titre: 'Partie',
  blocs,
  pied: { sujet: 'HAMON Nadège', mention: 'lettre de mission 2026-2027', premierePage: '96 rue d’Antrain' },
})
const document = (...parties: PartieDecrite[]): DocumentDecrit => ({ titre: 'Essai <1>', parties })
const rendu = (...blocs: Bloc[]) => lireDocx(renderDocx(document(partie(...blocs)), proprietes))
const corps = async (...blocs: Bloc[]): Promise<string> => (await rendu(...blocs)).get('word/document.xml') ?? ''
const paragraphe = (texte: string): Bloc => ({ genre: 'paragraphe', texte })
/** 2 × 1 pixels. */
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8AARAwMAAX+AgBq4oRzAAAAAElFTkSuQmCC'
const enTete = (source: string): Bloc => ({
  genre: 'enTete',
  logo: { source, texte: 'Académie de Rennes' },
  timbre: [{ style: 'fort', texte: 'DRAIO' }],
  lieuEtDate: 'Rennes, le 1er septembre 2026',
  attache: ['La rectrice'],
  destinataire: ['Madame Nadège HAMON', 'professeure certifiée'],
  voieHierarchique: ['s/c du proviseur'],
})

describe('document Word', () => {
  it('dit tout ce que dit la page, dans l’ordre, espaces insécables compris', async () => {
    const xml = await corps(
      enTete(png),
      { genre: 'titre', niveau: 1, texte: 'Lettre de mission', etiquette: 'Objet' },
      { genre: 'liste', style: 'references', etiquette: 'Vu', items: ['la circulaire'] },
      paragraphe('Soit 1\u202F404\u00A0h ;\nà la suite'),
      { genre: 'liste', items: ['un', 'deux'] },
      {
        genre: 'tableau',
        legende: 'Heures',
        legendeVisible: true,
        colonnes: [{ titre: 'Domaine' }, { titre: 'Heures', largeur: 25, aDroite: true }],
        lignes: [['Prévention', '350 h']],
        total: ['Total', '350 h'],
      },
      { genre: 'signatures', cases: [{ qualite: 'L’intéressée', nom: 'Nadège HAMON', mention: 'Lu' }] },
    )
    expect(texteDe(xml).filter((ligne) => ligne !== '')).toEqual([
      'DRAIO',
      'Rennes, le 1er septembre 2026',
      'La rectrice',
      'à',
      'Madame Nadège HAMON',
      'professeure certifiée',
      's/c du proviseur',
      'Objet\u00A0: Lettre de mission',
      'Vu\u00A0:',
      'la circulaire',
      'Soit 1\u202F404\u00A0h ; à la suite',
      'un',
      'deux',
      'Heures',
      'Domaine',
      'Heures',
      'Prévention',
      '350 h',
      'Total',
      '350 h',
      'L’intéressée',
      'Nadège HAMON',
      'Lu',
    ])
  })

  it('ne laisse passer ni balisage ni caractère interdit venus des données', async () => {
    const hostile = '<w:p/>&"\u0000\uD800\uFFFE'
    const xml = await corps(paragraphe(hostile), { genre: 'titre', niveau: 2, texte: hostile })
    expect(texteDe(xml)).toEqual(['<w:p/>&"', '<w:p/>&"'])
  })

  it('porte les styles de Word, que Word montre en français, et la langue', async () => {
    const parties = await rendu({ genre: 'titre', niveau: 3, texte: 'Affectation' }, { genre: 'liste', items: ['un'] })
    const styles = parties.get('word/styles.xml') ?? ''
    for (const [id, nom] of [
      ['Titre1', 'heading 1'],
      ['Titre3', 'heading 3'],
      ['Listepuces', 'List Bullet'],
    ] as const)
      expect(styles).toContain(`w:styleId="${id}"><w:name w:val="${nom}"/>`)
    expect(styles).toContain('<w:lang w:val="fr-FR"')
    expect(parties.get('word/document.xml')).toContain('<w:pStyle w:val="Titre3"/>')
    const cites = [...(parties.get('word/document.xml') ?? '').matchAll(/<w:pStyle w:val="([^"]+)"/gu)]
    for (const [, id = ''] of cites) expect(styles).toContain(`w:styleId="${id}"`)
  })

  it('a un titre, un auteur, un sujet et des dates', async () => {
    const noyau = (await rendu(paragraphe('x'))).get('docProps/core.xml')
    expect(noyau).toContain('<dc:title>Essai &lt;1&gt;</dc:title><dc:subject>Lettre &amp; suite</dc:subject>')
    expect(noyau).toContain('<dc:creator>Académie de Rennes</dc:creator>')
    expect(noyau).toContain('>2026-11-28T10:20:30Z</dcterms:created>')
    expect(noyau).toContain('<dc:language>fr-FR</dc:language>')
  })

  it('compte les pages, partie par partie, et n’a l’adresse que sur la première', async () => {
    const seule = await rendu(paragraphe('x'))
    expect(texteDe(seule.get('word/footer1.xml') ?? '')).toEqual([
      'HAMON Nadège – lettre de mission 2026-2027 – page\u00A01/1',
    ])
    expect(seule.get('word/footer1.xml')).toMatch(/ PAGE .* NUMPAGES /u)
    expect(texteDe(seule.get('word/footer2.xml') ?? '')).toEqual([
      '96 rue d’Antrain HAMON Nadège – lettre de mission 2026-2027 – page\u00A01/1',
    ])
    const premierePage = 'Délégation de région académique, 96 rue d’Antrain – 35000 Rennes'.repeat(2)
    const longue = { ...partie(paragraphe('x')), pied: { sujet: 'A', mention: 'm', premierePage } }
    const pied = (await lireDocx(renderDocx(document(longue), proprietes))).get('word/footer2.xml') ?? ''
    expect(texteDe(pied)).toEqual(['A – m – page\u00A01/1', premierePage])
    expect(seule.get('word/document.xml')).toMatch(
      /<w:footerReference w:type="first" r:id="rIdPremier0"\/>.*<w:pgSz w:w="11906" w:h="16838"\/>.*<w:titlePg\/>/u,
    )
    const deux = await lireDocx(renderDocx(document(partie(paragraphe('x')), partie(paragraphe('y'))), proprietes))
    expect(deux.get('word/footer3.xml')).toMatch(/ PAGE .* SECTIONPAGES /u)
    expect(deux.get('word/document.xml')?.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(2)
  })

  it.each([
    ['sans total', undefined],
    ['avec un total', ['Total']],
  ])('ne laisse pas la dernière ligne d’un tableau seule sur une page : %s', async (_cas, total) => {
    const xml = await corps({
      ...{ genre: 'tableau', legende: 'Heures', legendeVisible: false, colonnes: [{ titre: 'Domaine' }] },
      lignes: [['un'], ['deux'], ['trois']],
      ...(total && { total }),
    })
    const tenues = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([rangee]) => [
      texteDe(rangee)[0],
      rangee.includes('<w:keepNext/>'),
    ])
    expect(tenues).toEqual([
      ['Domaine', true],
      ['un', false],
      ['deux', total === undefined],
      ['trois', total !== undefined],
      ...(total ? [['Total', false]] : []),
    ])
  })

  it('met l’étiquette des références à côté de leur liste', async () => {
    const xml = await corps({ genre: 'liste', style: 'references', etiquette: 'Vu', items: ['un', 'deux'] })
    const [rangee = ''] = /<w:tr>.*?<\/w:tr>/su.exec(xml) ?? []
    expect(texteDe(rangee)).toEqual(['Vu\u00A0:', 'un', 'deux'])
  })

  it('ne coupe pas une année scolaire à son trait d’union', async () => {
    const xml = await corps(paragraphe('année 2026-2027, porte-parole'))
    expect(xml).toContain('année 2026</w:t><w:noBreakHyphen/><w:t xml:space="preserve">2027, porte-parole')
    expect(texteDe(xml)).toEqual(['année 2026-2027, porte-parole'])
  })

  it('répète l’en-tête des tableaux et ne coupe aucune ligne', async () => {
    const xml = await corps({
      genre: 'tableau',
      legende: 'Établissements',
      legendeVisible: false,
      colonnes: [{ titre: 'UAI', largeur: 20 }, { titre: 'Nom' }],
      lignes: Array.from({ length: 150 }, (_, rang) => [String(rang), 'Collège']),
    })
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(151)
    expect(xml).toContain('<w:tblCaption w:val="Établissements"/>')
    expect(xml).toContain('<w:gridCol w:w="1928"/><w:gridCol w:w="7710"/>')
  })

  it('tient les signatures avec le texte qui les précède', async () => {
    const cases = ['A', 'B', 'C', 'D', 'E'].map((qualite) => ({ qualite, nom: '', mention: '' }))
    const xml = await corps({ genre: 'groupe', blocs: [paragraphe('Fin.'), { genre: 'signatures', cases }] })
    const tenus = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu)].map(([, contenu = '']) => [
      /<w:t [^>]*>([^<]*)/u.exec(contenu)?.[1] ?? '',
      contenu.includes('<w:keepNext/>'),
    ])
    expect(tenus.filter(([texte]) => texte !== '')).toEqual([
      ['Fin.', true],
      ['A', true],
      ['B', true],
      ['C', true],
      ['D', false],
      ['E', false],
    ])
  })

  it('place la dernière signature à droite', async () => {
    const cases = ['A', 'B', 'C'].map((qualite) => ({ qualite, nom: '', mention: '' }))
    const rangees = (await corps({ genre: 'signatures', cases })).split('<w:tr>').slice(1)
    expect(rangees.map((rangee) => texteDe(rangee).slice(0, 3))).toEqual([
      ['A', '', 'B'],
      ['', '', 'C'],
    ])
  })

  it('porte l’emblème européen, décrit, à côté de sa mention, une seule fois dans le fichier', async () => {
    const bloc = { genre: 'embleme', texte: 'Cofinancé par l’Union européenne' } as const
    const parties = await lireDocx(renderDocx(document(partie(bloc), partie(bloc)), proprietes))
    const xml = parties.get('word/document.xml') ?? ''
    expect(xml.match(/descr="Emblème de l’Union européenne"/gu)).toHaveLength(4)
    expect(xml).toContain('<wp:extent cx="810000" cy="540000"/>')
    expect(texteDe(xml)).toContain('Cofinancé par l’Union européenne')
    expect([...parties.keys()].filter((nom) => nom.startsWith('word/media/'))).toEqual(['word/media/rIdImage1.emf'])
    expect(parties.get('[Content_Types].xml')).toContain('Extension="emf" ContentType="image/x-emf"')
  })

  it('emporte le logo une seule fois, décrit, à la taille du papier', async () => {
    const blocs = [enTete(png)]
    const parties = await lireDocx(renderDocx(document(partie(...blocs), partie(...blocs)), proprietes))
    expect([...parties.keys()].filter((nom) => nom.startsWith('word/media/'))).toEqual(['word/media/rIdImage1.png'])
    expect(parties.get('word/_rels/document.xml.rels')).toContain('Target="media/rIdImage1.png"')
    const xml = parties.get('word/document.xml') ?? ''
    expect(
      xml.match(/<wp:extent cx="19050" cy="9525"\/><wp:docPr id="\d" [^>]*descr="Académie de Rennes"/gu),
    ).toHaveLength(2)
  })

  it.each(['data:image/png;base64,AAAA', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', 'data:image/jpeg;base64,/9j/'])(
    'écrit le nom de l’académie quand l’image ne se lit pas (%s)',
    async (source) => {
      expect(texteDe(await corps(enTete(source)))[0]).toBe('Académie de Rennes')
    },
  )

  it('surligne ce qui reste à compléter', async () => {
    expect(await corps(paragraphe('Du [à compléter : début] au 31 août'))).toContain(
      '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[à compléter : début]</w:t></w:r>',
    )
  })

  it('donne les mêmes octets pour la même description au même instant', () => {
    const une = renderDocx(document(partie(paragraphe('x'))), proprietes)
    expect(Buffer.compare(une, renderDocx(document(partie(paragraphe('x'))), proprietes))).toBe(0)
  })
})
