import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { FormatLettre } from '../../../shared/domain/lettre-de-mission/format'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import { nomFichierLettre } from '../../../shared/domain/lettre-de-mission/nom-fichier'
import { surUneLigne, valeursLettre } from '../../../shared/domain/modele-lettre/valeurs'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { nomsDistincts } from '../../../shared/nom-fichier'
import { nomAffiche } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import type { Bloc, DocumentDecrit, PartieDecrite } from '../../documents/html-description'
import { amendement, objetDuTexte } from './amendement'
import { liste, paragraphe, titre } from './blocs'
import { activites, contenuInsere, etablissementsDansLeTexte, tableauEtablissements } from './contenus'
import { enTete, signatures } from './en-tete'
import type { Article, Element, ModeleRedige, ModelesRediges } from './modele'
import { type Champs, rediger } from './redaction'

/** What all letters of an académie share. */
export interface CadreLettre {
  academie: Academie
  /** `data:` URL of the académie's logo. */
  logo: string | null
  modeles: ModelesRediges
}

interface Redaction {
  dossier: DossierLettre
  modele: ModeleRedige
  champs: Champs
}

function blocsElement(element: Element, { dossier, modele, champs }: Redaction): Bloc[] {
  const { civilite } = dossier.agent
  if (typeof element === 'string') {
    const phrase = rediger(element, champs, civilite)
    return phrase === null ? [] : [paragraphe(phrase)]
  }
  if ('insere' in element) return contenuInsere(element.insere, dossier, modele)
  const items = element.liste.flatMap((item) => rediger(item, champs, civilite) ?? [])
  return items.length === 0 ? [] : [liste(items)]
}

function articlesDe(article: Article, redaction: Redaction): { titre: string; blocs: Bloc[] }[] {
  if ('insere' in article) return activites(redaction.dossier, redaction.modele)
  return [{ titre: article.titre, blocs: article.contenu.flatMap((element) => blocsElement(element, redaction)) }]
}

/** Numbered sections; what has nothing to say is left out and the rest renumbered. */
function sections(redaction: Redaction): Bloc[] {
  const pleines = redaction.modele.sections
    .map((section) => ({
      titre: section.titre,
      contenu: section.contenu.flatMap((element) => blocsElement(element, redaction)),
      articles: section.articles
        .flatMap((article) => articlesDe(article, redaction))
        .filter(({ blocs }) => blocs.length > 0),
    }))
    .filter(({ contenu, articles }) => contenu.length + articles.length > 0)
  return pleines.flatMap(({ titre: intitule, contenu, articles }, rang): Bloc[] => {
    const numero = String(rang + 1)
    return [
      titre(2, `${numero}. ${intitule}`),
      ...contenu,
      ...articles.flatMap((article, place): Bloc[] => [
        titre(3, `${numero}.${String(place + 1)} ${article.titre}`),
        ...article.blocs,
      ]),
    ]
  })
}

/** The signatures stay with the last paragraph of the letter: nobody signs an empty page. */
function finDeLettre(corps: Bloc[], cases: Bloc[]): Bloc[] {
  if (cases.length === 0) return corps
  const dernier = corps.at(-1)
  return dernier === undefined ? cases : [...corps.slice(0, -1), { genre: 'groupe', blocs: [dernier, ...cases] }]
}

function annexe(dossier: DossierLettre): Bloc[] {
  if (dossier.etablissements.length <= etablissementsDansLeTexte) return []
  return [titre(2, 'Annexe. Établissements d’intervention'), tableauEtablissements(dossier)]
}

/** One letter in administrative form (metier.md § 9.5): no formula of address, none of politeness. Pure. */
export function composerLettre(dossier: DossierLettre, { academie, logo, modeles }: CadreLettre): PartieDecrite {
  const { lettre, agent, visas } = dossier
  const modele = modeles[lettre.modele]
  const { champs } = valeursLettre(dossier, academie, modele)
  const nom = nomAffiche(agent)
  const corps = sections({ dossier, modele, champs })
  const objet = rediger(modele.objet, champs, agent.civilite) ?? ''
  return {
    titre: typographier(`${nom} – ${champs.role}`),
    blocs: [
      enTete(dossier, { academie, logo, modele }),
      { ...titre(1, objetDuTexte(dossier, objet)), etiquette: 'Objet' },
      ...(visas.length === 0
        ? []
        : [{ ...liste(visas.map(({ libelle }) => libelle)), style: 'references' as const, etiquette: 'Vu' }]),
      ...amendement(dossier),
      ...finDeLettre(corps, signatures(dossier, modele)),
      { ...paragraphe(modele.copies), style: 'discret' },
      ...annexe(dossier),
    ],
    pied: {
      sujet: nom,
      mention: `lettre de mission ${lettre.anneeId}`,
      premierePage: typographier(surUneLigne(academie.adresse)),
    },
  }
}

/** The document of one letter, or of all of them in order; `parties` are their pages. */
export function assembler(
  dossiers: readonly DossierLettre[],
  parties: readonly PartieDecrite[],
  anneeId: string,
): DocumentDecrit {
  const [seul] = dossiers
  const titreDocument =
    dossiers.length === 1 && seul
      ? `Lettre de mission ${anneeId} – ${nomAffiche(seul.agent)}`
      : `Lettres de mission ${anneeId}`
  return { titre: titreDocument, parties }
}

/** A file name per letter, in order; homonyms with the same role get « (2) », « (3) »… */
export const nomsFichiers = (dossiers: readonly DossierLettre[], format: FormatLettre): string[] =>
  nomsDistincts(
    dossiers.map(({ agent, lettre, role }) =>
      nomFichierLettre(agent, lettre.anneeId, accorder(role, agent.civilite).replaceAll('/', '-'), format),
    ),
  )
