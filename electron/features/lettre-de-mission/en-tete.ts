import { caseDeSignature } from '../../../shared/domain/lettre-de-mission/case-de-signature'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { accorder, civiliteEcrite, formesAutorite } from '../../../shared/domain/lettre-de-mission/genre'
import { voieHierarchique } from '../../../shared/domain/lettre-de-mission/voie-hierarchique'
import { lieuEtDate } from '../../../shared/domain/modele-lettre/valeurs'
import type { ContenuModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { prenomNom } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import type { Bloc, EnTeteDecrit, LigneDeTimbre } from '../../documents/html-description'

interface Cadre {
  academie: Academie
  logo: string | null
  modele: ContenuModele
}

const ligne = (style: LigneDeTimbre['style'], texte: string): LigneDeTimbre[] =>
  texte.trim() === '' ? [] : [{ style, texte: typographier(texte.trim()) }]

/** Stamp: académie (unless the logo says it), service, who follows the matter, reference. */
export function timbre(reference: string, academie: Academie, logo: string | null): LigneDeTimbre[] {
  const suivi = [
    academie.affaireSuiviePar === '' ? '' : `Affaire suivie par : ${academie.affaireSuiviePar}`,
    academie.telephone === '' ? '' : `Tél. : ${academie.telephone}`,
    academie.courriel === '' ? '' : `Mél. : ${academie.courriel}`,
    reference === '' ? '' : `Réf. : ${reference}`,
  ]
  return [
    ...(logo === null ? ligne('fort', `Académie ${academie.nomComplement}`) : []),
    ...ligne('courant', academie.region),
    ...ligne('courant', academie.service),
    ...ligne('discret', suivi.filter((mot) => mot !== '').join('\n')),
  ]
}

/** The head of the letter, in administrative form (metier.md § 9.5, « Lettre en forme administrative »). */
export function enTete(dossier: DossierLettre, { academie, logo, modele }: Cadre): EnTeteDecrit {
  const { lettre, agent } = dossier
  const corps =
    agent.corps === null
      ? ''
      : [accorder(agent.corps, agent.civilite), agent.grade].filter((mot) => mot !== '').join(', ')
  const nom = agent.civilite === null ? prenomNom(agent) : `${civiliteEcrite(agent.civilite)} ${prenomNom(agent)}`
  return {
    genre: 'enTete',
    logo: logo === null ? null : { source: logo, texte: `Académie ${academie.nomComplement}` },
    timbre: timbre(lettre.reference, academie, logo),
    lieuEtDate: typographier(lieuEtDate(lettre.etablieLe, academie.ville)),
    attache: [typographier(`${formesAutorite(academie.titreAutorite).enTete} de l’académie ${academie.nomComplement}`)],
    destinataire: [nom, ...(corps === '' ? [] : [corps])].map(typographier),
    voieHierarchique: voieHierarchique(dossier, modele.signataires).map(typographier),
  }
}

/** A box per signatory, in order. */
export function signatures({ signataires, agent }: DossierLettre, modele: ContenuModele): Bloc[] {
  if (signataires.length === 0) return []
  const cases = signataires.map((signataire) => {
    const { qualite, nom, mention } = caseDeSignature(signataire, agent, modele)
    return { qualite: typographier(qualite), nom, mention: typographier(mention) }
  })
  return [{ genre: 'signatures', cases }]
}
