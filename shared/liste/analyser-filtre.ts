import { type Analyse, citer, lu, refuse } from '../analyse'
import { analyserJour } from '../dates'
import { plier } from '../text'
import { type ColonneDeListe, estNumerique, valeursFixees } from './colonne'
import type { Condition, Filtre } from './filtre'
import { lireCellule } from './lire-cellule'
import { type PeriodeNommee, type PeriodeRelative, periodesNommees } from './periode-relative'

type Colonne = Pick<ColonneDeListe<never>, 'cle' | 'titre' | 'type' | 'valeurs' | 'ecriture'>

const forme = /^([^=!<>~^]+?)\s*(!=|<=|>=|\^=|!~|[=<>~])\s*(.*)$/u

/**
 * A filter typed in one line, for the terminal: conditions that must all hold, separated by « ; ».
 * « colonne = a|b », « != », « ~ » (contient), « !~ », « ^= » (commence par), « < <= > >= », « a..b » (entre),
 * « = vide », « fin = dans les 60 jours ». A column is called by its key or its title, accents aside.
 */
export function analyserFiltre(colonnes: readonly Colonne[], texte: string): Analyse<Filtre> {
  const termes: Filtre['termes'] = []
  for (const morceau of texte.split(';').map((part) => part.trim())) {
    if (morceau === '') continue
    const lecture = analyserCondition(colonnes, morceau)
    if (!lecture.ok) return lecture
    termes.push(lecture.valeur)
  }
  return lu({ lien: 'et', termes })
}

function analyserCondition(colonnes: readonly Colonne[], morceau: string): Analyse<Condition | Filtre> {
  const [, nom = '', signe = '', valeur = ''] = forme.exec(morceau) ?? []
  if (nom === '') return refuse(`${citer(morceau)} n’est pas une condition : écrivez par exemple commune = Rennes.`)
  const cherche = plier(nom)
  const colonne = colonnes.find(({ cle, titre }) => plier(cle) === cherche || plier(titre) === cherche)
  if (!colonne) {
    return refuse(`La colonne ${citer(nom)} n’existe pas. Colonnes : ${colonnes.map(({ cle }) => cle).join(', ')}.`)
  }
  const egalite = signe === '=' || signe === '!='
  if (egalite && plier(valeur) === 'vide') return lu({ colonne: colonne.cle, op: signe === '=' ? 'vide' : 'nonVide' })
  if (colonne.type === 'jour') return surJour(colonne, signe, valeur)
  if (colonne.type === 'booleen') return surBooleen(colonne, signe, valeur)
  return estNumerique(colonne.type) ? surNombre(colonne, signe, valeur) : surTexte(colonne, signe, valeur)
}

const inattendu = (signe: string, { titre }: Colonne): { ok: false; message: string } =>
  refuse(`Le signe ${citer(signe)} ne convient pas à la colonne ${citer(titre)}.`)

const opsDeTexte = { '~': 'contient', '!~': 'neContientPas', '^=': 'commencePar' } as const

function surTexte(colonne: Colonne, signe: string, valeur: string): Analyse<Condition | Filtre> {
  if (signe in opsDeTexte) return lu({ colonne: colonne.cle, op: opsDeTexte[signe as keyof typeof opsDeTexte], valeur })
  if (signe !== '=' && signe !== '!=') return inattendu(signe, colonne)
  const valeurs: string[] = []
  for (const each of valeur.split('|')) {
    const lecture = parmiLesFixees(colonne, each.trim())
    if (!lecture.ok) return lecture
    valeurs.push(lecture.valeur)
  }
  if (signe === '!=') return lu({ colonne: colonne.cle, op: 'aucunDe', valeurs })
  const termes = valeurs.map((each): Condition => ({ colonne: colonne.cle, op: 'egal', valeur: each }))
  return lu({ lien: 'ou', termes })
}

/** The value as the cells of the column show it; refused when the product fixes what they show and it is not there. */
function parmiLesFixees(colonne: Colonne, valeur: string): Analyse<string> {
  const fixees = valeursFixees(colonne)
  if (!fixees || valeur === '') return lu(valeur)
  const trouvee = fixees.find((each) => plier(each) === plier(valeur))
  return trouvee === undefined
    ? refuse(`${citer(valeur)} n’est pas dans la colonne ${citer(colonne.titre)} : ${fixees.join(', ')}.`)
    : lu(trouvee)
}

const opsDeNombre = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const

function surNombre(colonne: Colonne, signe: string, valeur: string): Analyse<Condition> {
  const op = opsDeNombre[signe as keyof typeof opsDeNombre] as
    (typeof opsDeNombre)[keyof typeof opsDeNombre] | undefined
  if (op === undefined) return inattendu(signe, colonne)
  const lus = valeur.split('..').map((each) => lireCellule(colonne.type, {}, each))
  const faux = lus.find((each) => !each.ok)
  if (faux?.ok === false) return faux
  const [debut, fin] = lus.map((each) => (each.ok ? Number(each.valeur) : 0))
  if (debut === undefined) return inattendu(signe, colonne)
  return fin === undefined
    ? lu({ colonne: colonne.cle, op, valeur: debut })
    : lu({ colonne: colonne.cle, op: 'entre', debut, fin })
}

function surBooleen(colonne: Colonne, signe: string, valeur: string): Analyse<Condition> {
  if (signe !== '=') return inattendu(signe, colonne)
  const lecture = lireCellule('booleen', {}, valeur)
  return lecture.ok ? lu({ colonne: colonne.cle, op: lecture.valeur === 1 ? 'oui' : 'non' }) : lecture
}

const opsDeJour = { '=': 'le', '<': 'avant', '>': 'apres' } as const

function surJour(colonne: Colonne, signe: string, valeur: string): Analyse<Condition> {
  const op = opsDeJour[signe as keyof typeof opsDeJour] as (typeof opsDeJour)[keyof typeof opsDeJour] | undefined
  if (op === undefined) return inattendu(signe, colonne)
  const periode = signe === '=' ? lirePeriode(valeur) : undefined
  if (periode !== undefined) return lu({ colonne: colonne.cle, op: 'periode', periode })
  const lus = valeur.split('..').map((each) => analyserJour(each))
  const faux = lus.find((each) => !each.ok)
  if (faux?.ok === false) return faux
  const [debut = '', fin] = lus.map((each) => (each.ok ? each.valeur : ''))
  return fin === undefined
    ? lu({ colonne: colonne.cle, op, jour: debut })
    : lu({ colonne: colonne.cle, op: 'entreJours', debut, fin })
}

function lirePeriode(texte: string): PeriodeRelative | undefined {
  const plie = plier(texte)
  const jours = /^(dans les|depuis) (\d{1,5}) jours?$/u.exec(plie)
  if (jours) return jours[1] === 'depuis' ? { depuis: Number(jours[2]) } : { dansLes: Number(jours[2]) }
  return (Object.keys(periodesNommees) as PeriodeNommee[]).find((cle) => plier(periodesNommees[cle]) === plie)
}
