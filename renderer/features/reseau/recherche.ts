import { chercherEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { call } from '../../ipc/call'
import type { Found } from '../../ui/form/field-recherche'

/** Completion of an établissement by its UAI, its name, its commune or its sigle. */
export async function chercherEtablissement(texte: string, signal: AbortSignal): Promise<Found[]> {
  const trouves = await call(chercherEtablissements, { texte }, { signal })
  return trouves.map(({ id, uai, nom, commune, etat }) => ({
    value: id,
    label: `${nom}, ${commune}`,
    detail: etat === 'ferme' ? `${uai}, fermé` : uai,
  }))
}
