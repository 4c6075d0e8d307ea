import { cleRecherche, critere, plier, termesRecherche } from '../../shared/text'
import { lirePage, type PageAide } from './lire-page'

const fichiers = import.meta.glob<string>('../../resources/aide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const images = import.meta.glob<string>('../../resources/aide/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})

const nomDe = (chemin: string): string => chemin.slice(chemin.lastIndexOf('/') + 1)

/** Every page of the help, in the order of their titles. */
const pages: readonly PageAide[] = Object.entries(fichiers).map(([chemin, texte]) =>
  lirePage(nomDe(chemin).replace(/\.md$/, ''), texte),
)
const parNom = new Map(pages.map((page) => [page.nom, page]))
const urls = new Map(Object.entries(images).map(([chemin, url]) => [nomDe(chemin), url]))

export const pageNommee = (nom: string): PageAide | undefined => parNom.get(nom)
/** The page that explains a screen, by the screen's address. */
export const pageDeLEcran = (adresse: string): PageAide | undefined =>
  pages.find(({ ecrans }) => ecrans.includes(adresse))
/** Where the picture of that name is served from. */
export const imageNommee = (nom: string): string | undefined => urls.get(nom)

export interface PageTrouvee {
  page: PageAide
  /** The first paragraph that answers. */
  extrait: string
}

const cles = new Map(pages.map((page) => [page.nom, cleRecherche(`${page.titre} ${page.texte}`)]))

/** Pages that have every typed word, those whose title has them first. */
export function chercherPages(saisie: string): PageTrouvee[] {
  const convient = critere(saisie)
  return pages
    .filter(({ nom }) => convient(cles.get(nom) ?? ''))
    .map((page) => ({ page, titre: convient(cleRecherche(page.titre)), extrait: extraitDe(page, saisie) }))
    .sort((a, b) => Number(b.titre) - Number(a.titre) || (plier(a.page.titre) < plier(b.page.titre) ? -1 : 1))
}

function extraitDe({ texte }: PageAide, saisie: string): string {
  const [premier] = termesRecherche(saisie).flatMap(({ mots }) => mots)
  const paragraphes = texte
    .split(/\n+/)
    .map((ligne) => ligne.replace(/!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[#*`>|[\]]|^\s*(?:-|\d+\.)\s/g, '').trim())
    .filter((ligne) => ligne !== '')
  const trouve = paragraphes.find((ligne) => premier !== undefined && ` ${plier(ligne)}`.includes(` ${premier}`))
  return trouve ?? paragraphes[0] ?? ''
}
