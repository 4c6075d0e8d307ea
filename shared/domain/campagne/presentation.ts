import { formatHeures, formatNombre, formatPourcent } from '../../nombres'
import { periodeEcrite } from '../lettre-de-mission/comparaison'
import { type Contenu, uniteHeures } from '../lettre-de-mission/dossier'
import type { LigneComparee } from './campagne.contract'

/** The facts of a letter as two columns compare them: one label, one value. */
function faitsDe(contenu: Contenu): { cle: string; libelle: string; valeur: string; nombre: boolean }[] {
  const { lettre, regime, residence, reseaux, domaines, etablissements, objectifs, signataires, fse } = contenu
  const unite = uniteHeures(contenu) === 'semaine' ? '/sem.' : ''
  const nombre = (cle: string, libelle: string, valeur: string) => ({ cle, libelle, valeur, nombre: true })
  const texte = (cle: string, libelle: string, valeur: string) => ({ cle, libelle, valeur, nombre: false })
  return [
    nombre('quotite', 'Quotité', formatPourcent(lettre.quotite)),
    nombre('heuresDues', 'Heures dues', `${formatHeures(lettre.heuresDues)}${unite}`),
    ...domaines
      .filter(({ heures }) => heures > 0)
      .map(({ domaineId, libelle, heures }) => nombre(domaineId, libelle, formatHeures(heures))),
    nombre('etablissements', 'Établissements', formatNombre(etablissements.length)),
    nombre('objectifs', 'Objectifs', formatNombre(objectifs.length)),
    nombre('signataires', 'Signataires', formatNombre(signataires.length)),
    ...(fse.length === 0
      ? []
      : [nombre('fse', 'Part FSE', fse.map(({ pourcentage }) => formatPourcent(pourcentage)).join(' + '))]),
    texte('regime', 'Régime', regime.abrege ?? regime.libelle),
    texte('periode', 'Période', periodeEcrite(contenu)),
    texte('residence', 'Résidence', residence?.nom ?? 'sans résidence'),
    texte('reseaux', 'Réseaux', reseaux.map(({ nom }) => nom).join(', ') || '—'),
  ]
}

/**
 * Two columns, row by row; a fact that only one text has is « — » in the other. `avant` null: a first letter; `apres` null:
 * the agent left, nothing answers last year's letter.
 */
export function comparerEnColonnes(avant: Contenu | null, apres: Contenu | null): LigneComparee[] {
  const [anciens, nouveaux] = [avant === null ? [] : faitsDe(avant), apres === null ? [] : faitsDe(apres)]
  const parCle = new Map(anciens.map((fait) => [fait.cle, fait.valeur]))
  const disparus = anciens.filter(({ cle }) => !nouveaux.some((fait) => fait.cle === cle))
  const ligne = (libelle: string, a: string, b: string, nombre: boolean): LigneComparee => ({
    libelle,
    avant: a,
    apres: b,
    change: avant !== null && apres !== null && a !== b,
    nombre,
  })
  return [
    ...nouveaux.map(({ cle, libelle, valeur, nombre }) => ligne(libelle, parCle.get(cle) ?? '—', valeur, nombre)),
    ...disparus.map(({ libelle, valeur, nombre }) => ligne(libelle, valeur, '—', nombre)),
  ]
}
