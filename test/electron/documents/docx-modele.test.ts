import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/app-error'
import { ouvrirModele } from '../../../electron/documents/docx-modele'
import type { Portee } from '../../../electron/documents/docx-remplissage'
import { lireDocx, texteDe } from '../../helpers/docx'
import {
  documentBrut,
  type DocumentBrut,
  paragrapheBrut as p,
  principal,
  rangeeBrute as tr,
  tableBrute as tbl,
} from '../../helpers/modele-word'

interface Valeurs {
  [code: string]: string | boolean | Valeurs[]
}
const portee = (valeurs: Valeurs): Portee => ({
  valeur: (code) => {
    const valeur = valeurs[code]
    return typeof valeur === 'string' && valeur !== ''
      ? { texte: valeur, aCompleter: false }
      : { texte: `[à compléter : ${code}]`, aCompleter: true }
  },
  section: (code) => {
    const valeur = valeurs[code]
    if (Array.isArray(valeur)) return valeur.map((tour) => portee({ ...valeurs, ...tour }))
    return valeur === true || (typeof valeur === 'string' && valeur !== '') ? [portee(valeurs)] : []
  },
})
const valeurs: Valeurs = {
  nom: 'HAMON',
  adresse: 'a\nb',
  hostile: '<w:p/>&{nom}',
  vide: '',
  oui: true,
  non: false,
  villes: [{ ville: 'Rennes' }, { ville: 'Brest' }],
  personne: [],
  domaines: [
    { domaine: 'A', activites: [{ activite: '1' }, { activite: '2' }] },
    { domaine: 'B', activites: [] },
  ],
}
const proprietes = { auteur: 'Académie', sujet: 'Lettre', creeLe: '2026-11-28T10:00:00.000Z' }

async function rempli(brut: DocumentBrut) {
  const modele = await ouvrirModele(documentBrut(brut), 'modele.docx')
  expect(modele.fautes).toEqual([])
  return lireDocx(modele.remplir(portee(valeurs), 'Titre', proprietes))
}
const corps = async (xml: string): Promise<string> => (await rempli({ corps: xml })).get('word/document.xml') ?? ''
const lignes = async (xml: string): Promise<string[]> => texteDe(await corps(xml))

describe('remplir un modèle Word', () => {
  it.each([
    ['un champ', p('Madame {nom},'), ['Madame HAMON,']],
    ['un champ coupé par Word en plusieurs morceaux', p('Madame {', 'n', 'om', '},'), ['Madame HAMON,']],
    ['des espaces dans les accolades', p('{ nom }'), ['HAMON']],
    ['deux champs dont l’un commence où l’autre finit', p('{nom}{', 'nom}'), ['HAMONHAMON']],
    ['une valeur sur deux lignes', p('{adresse}'), ['a b']],
    ['une valeur qui ressemble à du Word ou à un champ', p('{hostile}'), ['<w:p/>&{nom}']],
    ['une condition vraie, une fausse', p('{#oui}a{/oui}{#non}b{/non}'), ['a']],
    ['la condition contraire', p('{^oui}a{/oui}{^non}b{/non}'), ['b']],
    ['un champ comme condition', p('{#vide}a{/vide}{#nom}b{/}'), ['b']],
    ['une boucle dans la phrase', p('{#villes}{ville} ;{/villes} fin'), ['Rennes ;Brest ; fin']],
    [
      'une boucle de paragraphes, ses bornes seules sur leur ligne',
      p('{#villes}') + p('- {ville}') + p('{/villes}'),
      ['- Rennes', '- Brest'],
    ],
    [
      'une boucle de paragraphes, ses bornes au bout du texte',
      p('{#villes}{ville}') + p('suite{/villes}'),
      ['Rennes', 'suite', 'Brest', 'suite'],
    ],
    ['un paragraphe dont il ne reste rien', p('a') + p('{#non}b{/non}') + p('c'), ['a', 'c']],
    ['une boucle vide', p('a') + p('{#personne}') + p('b') + p('{/personne}') + p('c'), ['a', 'c']],
    [
      'une boucle dans une boucle',
      p('{#domaines}') + p('{domaine}') + p('{#activites}') + p('{activite}') + p('{/activites}') + p('{/domaines}'),
      ['A', '1', '2', 'B'],
    ],
    [
      'une condition dans une boucle, sur plusieurs paragraphes',
      p('{#villes}') + p('{#oui}') + p('{ville}') + p('{/oui}') + p('{/villes}'),
      ['Rennes', 'Brest'],
    ],
    [
      'une ligne de tableau répétée',
      tbl(tr('Ville', 'Rang'), tr('{#villes}{ville}', 'x{/villes}')),
      ['Ville', 'Rang', 'Rennes', 'x', 'Brest', 'x'],
    ],
    [
      'deux lignes répétées ensemble',
      tbl(tr('{#villes}{ville}'), tr('suite{/villes}')),
      ['Rennes', 'suite', 'Brest', 'suite'],
    ],
    ['une boucle dans une cellule', tbl(tr('{#villes}{ville} {/villes}')), ['Rennes Brest ']],
  ])('%s', async (_cas, xml, attendu) => {
    expect(await lignes(xml)).toEqual(attendu)
  })

  it('remplit aussi les en-têtes, les pieds de page et les zones de texte', async () => {
    const zone = `<w:p><w:r><w:drawing><w:txbxContent>${p('{nom}')}</w:txbxContent></w:drawing></w:r></w:p>`
    const parties = await rempli({ corps: zone, entete: p('{#oui}{nom}{/oui}'), pied: p('{non}{nom}') })
    expect(parties.get('word/document.xml')).toContain('HAMON')
    expect(texteDe(parties.get('word/header1.xml') ?? '')).toEqual(['HAMON'])
    expect(texteDe(parties.get('word/footer1.xml') ?? '')).toEqual(['[à compléter : non]HAMON'])
  })

  it('garde la mise en forme du champ, et surligne ce qui manque à sa place dans le schéma', async () => {
    const run = '<w:p><w:r><w:rPr><w:b/><w:lang w:val="fr-FR"/></w:rPr><w:t>{vide}</w:t></w:r></w:p>'
    expect(await corps(run)).toContain(
      '<w:rPr><w:b/><w:highlight w:val="yellow"/><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">[à compléter : vide]</w:t>',
    )
  })

  it('laisse à Word ce qu’il exige : un paragraphe par cellule, une ligne par tableau', async () => {
    expect(await corps(tbl(tr('{#personne}x{/personne}')))).toContain('<w:tcPr/><w:p/></w:tc>')
    const cellule = `<w:tbl><w:tr><w:tc><w:tcPr/>${p('{#personne}')}${p('x')}${p('{/personne}')}</w:tc></w:tr></w:tbl>`
    expect(await corps(cellule)).toContain('<w:tc><w:tcPr/><w:p/></w:tc>')
    expect(await corps(tbl(tr('{#personne}x', '{/personne}')))).not.toContain('<w:tbl>')
  })

  it('écrit ses propres propriétés et garde le reste tel quel', async () => {
    const parties = await rempli({ corps: p('x'), parties: [{ nom: 'word/media/a.png', contenu: 'image' }] })
    expect(parties.get('docProps/core.xml')).toContain('<dc:title>Titre</dc:title>')
    expect(parties.get('word/media/a.png')).toBe('image')
  })

  it('dit où chaque mot est employé', async () => {
    const { usages } = await ouvrirModele(
      documentBrut({ corps: p('{nom}') + p('{#villes}{^oui}{ville}{/oui}{/villes}') }),
      '',
    )
    expect(usages).toEqual([
      { genre: 'champ', code: 'nom', autour: [] },
      { genre: 'section', code: 'villes', autour: [] },
      { genre: 'section', code: 'oui', autour: ['villes'] },
      { genre: 'champ', code: 'ville', autour: ['villes'] },
    ])
  })
})

describe('les balises qu’on ne peut pas suivre', () => {
  it.each([
    [
      'une boucle jamais fermée',
      p('{#villes}'),
      ['{#villes} n’est pas fermée : il manque {/villes} après elle, dans le même texte ou le même tableau.'],
    ],
    ['une fermeture seule', p('{/villes}'), ['{/villes} ne ferme rien : rien n’est ouvert de ce nom avant elle.']],
    [
      'deux sections qui se croisent',
      p('{#a}{#b}{/a}{/b}'),
      ['{#a} n’est pas fermée : il manque {/a} après elle, dans le même texte ou le même tableau.'],
    ],
    ['une accolade seule', p('{nom'), ['Une accolade n’a pas sa pareille : « {nom ».']],
    [
      'une boucle qui commence au milieu d’un paragraphe',
      p('a {#x}') + p('b{/x}'),
      [
        '{#x} et {/x} sont mal placées : mettez-les dans le même paragraphe, chacune seule sur sa ligne, ou dans la même ligne de tableau.',
      ],
    ],
    [
      'une boucle qui sort d’un tableau',
      tbl(tr('{#x}')) + p('{/x}'),
      [
        '{#x} n’est pas fermée : il manque {/x} après elle, dans le même texte ou le même tableau.',
        '{/x} ne ferme rien : rien n’est ouvert de ce nom avant elle.',
      ],
    ],
    [
      'une boucle qui entre dans un tableau',
      p('{#x}') + tbl(tr('{/x}')),
      [
        '{#x} et {/x} sont mal placées : mettez-les dans le même paragraphe, chacune seule sur sa ligne, ou dans la même ligne de tableau.',
      ],
    ],
    [
      'deux boucles qui manquent',
      p('{#x}') + p('{#y}'),
      [
        '{#x} n’est pas fermée : il manque {/x} après elle, dans le même texte ou le même tableau.',
        '{#y} n’est pas fermée : il manque {/y} après elle, dans le même texte ou le même tableau.',
      ],
    ],
  ])('%s', async (_cas, xml, attendues) => {
    expect((await ouvrirModele(documentBrut({ corps: xml }), '')).fautes).toEqual(attendues)
  })
})

describe('un modèle Word piégé ou illisible est refusé avec sa phrase', () => {
  const compose = (flux: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(flux, 'utf16le')])
  const lien = (genre: string, cible: string) =>
    documentBrut({
      liens: `<Relationship Id="r" Type="http://x/${genre}" Target="${cible}" TargetMode="External"/>`,
    })
  it.each<[string, () => Uint8Array, RegExp]>([
    ['un texte renommé', () => Buffer.from('Bonjour'), /n’est pas un document Word \(\.docx\), malgré son nom/],
    ['un fichier vide', () => new Uint8Array(), /est vide/],
    ['un mot de passe', () => compose('EncryptedPackage'), /protégé par un mot de passe : ouvrez-le dans Word/],
    ['un ancien .doc', () => compose('WordDocument'), /ancien format de Word \(\.doc\)/],
    [
      'un classeur',
      () => documentBrut({ type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
      /c’est un autre document/,
    ],
    [
      'un .docm',
      () => documentBrut({ type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      /prévu pour des macros/,
    ],
    [
      'un .dotx',
      () => documentBrut({ type: principal.replace('document.main', 'template.main') }),
      /modèle de Word \(\.dotx\)/,
    ],
    [
      'des macros',
      () => documentBrut({ parties: [{ nom: 'word/vbaProject.bin', contenu: 'x' }] }),
      /contient des macros : enregistrez-le au format « Document Word/,
    ],
    [
      'un modèle attaché',
      () => lien('attachedTemplate', 'file:///C:/modele.dotm'),
      /attaché à un autre modèle \(file:\/\/\/C:\/modele\.dotm\)/,
    ],
    ['une image distante', () => lien('image', 'https://exemple.fr/pixel.png'), /image qui n’est pas dans le fichier/],
    ['un objet lié', () => lien('oleObject', 'file://serveur/x.xlsx'), /objets incorporés/],
    ['un lien de fichier', () => lien('hyperlink', 'file://serveur/x'), /renvoie à un autre fichier/],
    [
      'un objet incorporé',
      () => documentBrut({ parties: [{ nom: 'word/embeddings/a.xlsx', contenu: 'x' }] }),
      /objets incorporés/,
    ],
    [
      'une DTD',
      () => documentBrut({ parties: [{ nom: 'word/x.xml', contenu: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }] }),
      /définition de document \(DTD\), ce qu’aucun document ordinaire n’a/,
    ],
    ['une entité inconnue', () => documentBrut({ corps: '&x;' }), /partie « word\/document\.xml » n’est pas lisible/],
    ['un XML cassé', () => documentBrut({ corps: '<w:p>' }), /est abîmé/],
    [
      'un champ DDE coupé en morceaux',
      () =>
        documentBrut({
          corps:
            '<w:p><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\cmd</w:instrText></w:r></w:p>',
        }),
      /va chercher autre chose \(DDEAUTO\)/,
    ],
    [
      'un champ de publipostage',
      () => documentBrut({ corps: '<w:fldSimple w:instr=" MERGEFIELD Nom "/>' }),
      /champs de publipostage/,
    ],
    [
      'une bombe',
      () => documentBrut({ parties: [{ nom: 'x', contenu: Buffer.alloc(20_000_000, 32) }] }),
      /anormalement comprimé/,
    ],
  ])('%s', async (_cas, octets, phrase) => {
    const error = await ouvrirModele(octets(), 'modele.docx').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).message).toMatch(phrase)
    expect((error as AppError).message).toMatch(/^« modele\.docx » .*Le modèle n’a pas été pris\.$/u)
  })

  it('laisse passer une adresse électronique et une page web', async () => {
    const liens = ['mailto:draio@exemple.fr', 'https://exemple.fr']
      .map(
        (cible, rang) =>
          `<Relationship Id="r${rang}" Type="http://x/hyperlink" Target="${cible}" TargetMode="External"/>`,
      )
      .join('')
    expect((await ouvrirModele(documentBrut({ liens }), '')).fautes).toEqual([])
  })
})
