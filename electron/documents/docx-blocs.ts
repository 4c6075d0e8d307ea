import { tailleEmbleme } from './embleme-europeen'
import type { Bloc, EmblemeDecrit, EnTeteDecrit, ListeDecrite, ParagrapheDecrit, TitreDecrit } from './html-description'
import type { Images } from './docx-images'
import { apresTableau, miseEnColonnes, signaturesWord, tableauWord } from './docx-tables'
import { largeurUtile } from './docx-mesures'
import { p, runs } from './docx-text'

/** Widths of the letter's head, in millimetres, as `html-style.ts` sets them. */
const colonnesEnTete = [76, 10, 84]

/** Of bold Arial 9, on the wide side: a label is never cut. */
const millimetresParSigne = 1.9

/** Blocks → the body of a Word document. `avecLaSuite`: they stay on the page of what follows them. */
export function blocsWord(blocs: readonly Bloc[], images: Images, avecLaSuite = false): string {
  return blocs.map((bloc) => blocWord(bloc, images, avecLaSuite)).join('')
}

function blocWord(bloc: Bloc, images: Images, avecLaSuite: boolean): string {
  switch (bloc.genre) {
    case 'titre':
      return titreWord(bloc)
    case 'paragraphe':
      return paragrapheWord(bloc, avecLaSuite)
    case 'liste':
      return listeWord(bloc, avecLaSuite)
    case 'tableau':
      return tableauWord(bloc, avecLaSuite)
    case 'enTete':
      return enTeteWord(bloc, images)
    case 'signatures':
      return signaturesWord(bloc, avecLaSuite)
    case 'embleme':
      return emblemeWord(bloc, images, avecLaSuite)
    case 'groupe':
      return bloc.blocs
        .map((membre, rang) => blocWord(membre, images, avecLaSuite || rang < bloc.blocs.length - 1))
        .join('')
  }
}

/** Titles stay with what they announce: their style says so. */
const titreWord = ({ niveau, texte, etiquette }: TitreDecrit): string =>
  p(runs(etiquette === undefined ? texte : `${etiquette}\u00A0: ${texte}`), { style: `Titre${niveau}` })

const paragrapheWord = ({ texte, style }: ParagrapheDecrit, avecLaSuite: boolean): string =>
  p(runs(texte), { ...(style === 'discret' && { style: 'Discret' }), avecLaSuite })

/** The first item holds to the second, the last but one to the last. */
function listeWord({ items, style, etiquette }: ListeDecrite, avecLaSuite: boolean): string {
  const references = style === 'references'
  const tenus = items.length > 1 ? [0, items.length - 2] : []
  const liste = items
    .map((item, rang) =>
      p(runs(item), {
        style: references ? 'References' : 'Listepuces',
        avecLaSuite: avecLaSuite || tenus.includes(rang),
      }),
    )
    .join('')
  if (!references || etiquette === undefined) return liste
  const nom = `${etiquette}\u00A0:`
  const largeur = nom.length * millimetresParSigne + 2
  return (
    miseEnColonnes(
      [[{ contenu: p(runs(nom, { gras: true }), { style: 'Etiquette', avecLaSuite: true }) }, { contenu: liste }]],
      [largeur, largeurUtile - largeur],
    ) + apresTableau(avecLaSuite)
  )
}

const emblemeWord = ({ texte }: EmblemeDecrit, images: Images, avecLaSuite: boolean): string =>
  apresTableau(true) +
  miseEnColonnes(
    [
      [
        { contenu: p(images.embleme(), { style: 'Timbre', avecLaSuite }) },
        { contenu: p(runs(texte), { style: 'MentionEurope', avecLaSuite }) },
      ],
    ],
    [tailleEmbleme.largeur + 4, largeurUtile - tailleEmbleme.largeur - 4],
  ) +
  apresTableau(avecLaSuite)

function enTeteWord(
  { logo, timbre, lieuEtDate, attache, destinataire, voieHierarchique }: EnTeteDecrit,
  images: Images,
): string {
  const image = logo === null ? '' : (images.run(logo.source, logo.texte) ?? runs(logo.texte, { gras: true }))
  const stylesTimbre = { fort: 'TimbreFort', courant: 'Timbre', discret: 'TimbreDiscret' } as const
  const gauche = [
    image === '' ? '' : p(image, { style: 'TimbreLogo' }),
    ...timbre.map(({ texte, style }) => p(runs(texte), { style: stylesTimbre[style] })),
  ].join('')
  const [nom = '', ...suite] = destinataire
  const adresse = (contenu: string): string => p(contenu, { style: 'Adresse' })
  const ligneSuivante = (contenu: string): string => p(contenu, { style: 'AdresseSuite' })
  const droite = [
    lieuEtDate === '' ? '' : ligneSuivante(runs(lieuEtDate)),
    adresse(runs(attache.join('\n'))),
    adresse(runs('à')),
    adresse(runs(nom, { gras: true })),
    ...suite.map((ligne) => ligneSuivante(runs(ligne))),
    ...voieHierarchique.map((ligne, rang) => (rang === 0 ? adresse : ligneSuivante)(runs(ligne))),
  ].join('')
  const vide = p('', { style: 'Timbre' })
  return (
    miseEnColonnes(
      [[{ contenu: gauche === '' ? vide : gauche }, { contenu: vide }, { contenu: droite }]],
      colonnesEnTete,
    ) + apresTableau()
  )
}
