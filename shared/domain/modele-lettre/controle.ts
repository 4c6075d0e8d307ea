import { type Constat, constater } from '../../constat'
import { regleChampVide } from '../lettre-de-mission/a-corriger'
import { estFigee } from '../lettre-de-mission/etats'
import type { DossierLettre } from '../lettre-de-mission/dossier'
import type { Academie } from '../parametres/academie'
import { champParCode } from './catalogue'
import type { LieuDuChamp } from './champs.donnees'
import { deroulerModele, type Manque } from './deroulement'
import type { ModeleLu } from './modele-lettre'
import { libelleChampModele, rediger } from './redaction'
import { valeursLettre } from './valeurs'

const complement: Record<LieuDuChamp, string> = {
  lettre: 'complétez la lettre',
  agent: 'complétez la fiche de l’agent',
  parametres: 'complétez les paramètres de l’académie',
  reseau: 'complétez la fiche du réseau',
}

/** A sentence quoted in a finding: its beginning is enough to find it. */
const cite = (texte: string): string => (texte.length > 90 ? `${texte.slice(0, 88).trimEnd()}…` : texte)

function constatDe({ champ, extrait, rubrique }: Manque): Constat {
  const decrit = champParCode(champ)
  const lieu = decrit?.lieu ?? 'lettre'
  const ou = rubrique === '' ? '' : ` (${rubrique})`
  return constater(
    regleChampVide,
    'alerte',
    `Le champ « ${libelleChampModele(champ)} » est vide : « ${cite(extrait)} »${ou} n’est pas imprimé ; ${complement[lieu]}.`,
    decrit?.colonne ?? (lieu === 'parametres' ? 'academie' : lieu),
  )
}

/**
 * The fields that the model of a letter uses and that have no value, with the sentence that is therefore left out: never
 * a hole in what is printed, never a silence either. Nothing for a signed letter, whose text no longer follows a model.
 */
export function controlerChamps(dossier: DossierLettre, academie: Academie, { contenu }: ModeleLu): Constat[] {
  if (estFigee(dossier.lettre.etat)) return []
  const valeurs = valeursLettre(dossier, academie, contenu)
  const { civilite } = dossier.agent
  const objet = rediger(contenu.objet, valeurs.champs, civilite)
  return [
    ...objet.manques.map((champ) => ({ champ, extrait: objet.extrait, rubrique: 'objet' })),
    ...deroulerModele(contenu.blocs, valeurs, civilite).manques,
  ].map(constatDe)
}
