import { plier } from '../text'
import { type ColonneDeListe, elements, estVide, type Valeur } from './colonne'
import { type Condition, estGroupe, type Filtre } from './filtre'
import { bornesDePeriode } from './periode-relative'

/** Tells of one cell whether a condition holds. */
type Test = (valeur: Valeur) => boolean

const sur =
  (vide: boolean, test: (valeur: string | number | boolean) => boolean): Test =>
  (valeur) =>
    estVide(valeur) ? vide : test(valeur)

/** A test of texts remembers its answers: a column of 100 000 cells has few words. */
function surTexte(vide: boolean, test: (plie: string) => boolean): Test {
  const connus = new Map<string, boolean>()
  return sur(vide, (valeur) => {
    const texte = String(valeur)
    const connu = connus.get(texte)
    if (connu !== undefined) return connu
    const garde = test(plier(texte))
    connus.set(texte, garde)
    return garde
  })
}

function testDeTexte(op: 'contient' | 'neContientPas' | 'commencePar' | 'egal', valeur: string): Test {
  const cherche = plier(valeur)
  if (cherche === '' && op !== 'egal') return () => true
  if (op === 'contient') return surTexte(false, (plie) => plie.includes(cherche))
  if (op === 'neContientPas') return surTexte(true, (plie) => !plie.includes(cherche))
  if (op === 'commencePar') return surTexte(false, (plie) => plie.startsWith(cherche))
  return surTexte(cherche === '', (plie) => plie === cherche)
}

function testDeNombre(op: '=' | '≠' | '<' | '≤' | '>' | '≥', borne: number): Test {
  const compare = (test: (nombre: number) => boolean, vide = false): Test =>
    sur(vide, (valeur) => typeof valeur === 'number' && test(valeur))
  switch (op) {
    case '=':
      return compare((nombre) => nombre === borne)
    case '≠':
      return compare((nombre) => nombre !== borne, true)
    case '<':
      return compare((nombre) => nombre < borne)
    case '≤':
      return compare((nombre) => nombre <= borne)
    case '>':
      return compare((nombre) => nombre > borne)
    case '≥':
      return compare((nombre) => nombre >= borne)
  }
}

const entreJours = (debut: string, fin: string): Test =>
  sur(false, (valeur) => typeof valeur === 'string' && valeur >= debut && valeur <= fin)

function testDeListe(separateur: string | undefined, op: 'parmi' | 'aucunDe', valeurs: readonly string[]): Test {
  const cochees = new Set(valeurs)
  const parmi = (valeur: Valeur): boolean => elements(separateur, valeur).some((element) => cochees.has(element))
  return op === 'parmi' ? parmi : (valeur) => !parmi(valeur)
}

/** The test of one condition, made once and run on each cell. `aujourdhui` (`AAAA-MM-JJ`) is what relative periods move with. */
export function testDeCondition(
  { separateur }: Pick<ColonneDeListe<never>, 'separateur'>,
  terme: Condition,
  aujourdhui: string,
): Test {
  switch (terme.op) {
    case 'contient':
    case 'neContientPas':
    case 'commencePar':
    case 'egal':
      return testDeTexte(terme.op, terme.valeur)
    case 'entre':
      return sur(false, (valeur) => typeof valeur === 'number' && valeur >= terme.debut && valeur <= terme.fin)
    case 'le':
      return entreJours(terme.jour, terme.jour)
    case 'avant':
      return sur(false, (valeur) => typeof valeur === 'string' && valeur < terme.jour)
    case 'apres':
      return sur(false, (valeur) => typeof valeur === 'string' && valeur > terme.jour)
    case 'entreJours':
      return entreJours(terme.debut, terme.fin)
    case 'periode': {
      const { debut, fin } = bornesDePeriode(terme.periode, aujourdhui)
      return entreJours(debut, fin)
    }
    case 'parmi':
    case 'aucunDe':
      return testDeListe(separateur, terme.op, terme.valeurs)
    case 'oui':
      return (valeur) => valeur === true || valeur === 1
    case 'non':
      return (valeur) => valeur !== true && valeur !== 1
    case 'vide':
      return estVide
    case 'nonVide':
      return (valeur) => !estVide(valeur)
    default:
      return testDeNombre(terme.op, terme.valeur)
  }
}

/**
 * A filter as a predicate over rows. `cellule` reads the cell of a row: a record's own value, or a column kept as an array.
 * Conditions on unknown columns are expected to be gone (`restreindre`); one that is left keeps every row.
 */
export function predicat<Ligne>(
  colonnes: readonly ColonneDeListe<never>[],
  filtre: Filtre,
  aujourdhui: string,
  cellule: (cle: string) => (ligne: Ligne) => Valeur,
): (ligne: Ligne) => boolean {
  const parCle = new Map(colonnes.map((colonne) => [colonne.cle, colonne]))
  const composer = ({ lien, termes }: Filtre): ((ligne: Ligne) => boolean) => {
    const tests = termes.map((terme): ((ligne: Ligne) => boolean) => {
      if (estGroupe(terme)) return composer(terme)
      const colonne = parCle.get(terme.colonne)
      if (!colonne) return () => true
      const test = testDeCondition(colonne, terme, aujourdhui)
      const lire = cellule(terme.colonne)
      return (ligne) => test(lire(ligne))
    })
    if (tests.length === 0) return () => true
    return lien === 'et' ? (ligne) => tests.every((test) => test(ligne)) : (ligne) => tests.some((test) => test(ligne))
  }
  return composer(filtre)
}

/** The columns that a filter names. */
export function colonnesDuFiltre({ termes }: Filtre): string[] {
  return [...new Set(termes.flatMap((terme) => (estGroupe(terme) ? colonnesDuFiltre(terme) : [terme.colonne])))]
}
