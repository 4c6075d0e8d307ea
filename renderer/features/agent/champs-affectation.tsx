import type { FieldPath, FieldValues } from 'react-hook-form'
import { z } from 'zod'
import { affectation } from '../../../shared/domain/affectation/affectation'
import { chercherEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { listerReseaux } from '../../../shared/domain/reseau/reseau.contract'
import type { CategorieRegime, Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Civilite } from '../../../shared/domain/agent/agent'
import { id } from '../../../shared/schema'
import { call } from '../../ipc/call'
import { useOperation } from '../../ipc/use-operation'
import { choixDe, useTermes } from '../../vocabulaires'
import { FieldChoix, FieldChoixMultiple } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FieldRecherche, type Found } from '../../ui/form/field-recherche'
import type { FormModel } from '../../ui/form/form-model'
import { FieldHeures, FieldPourcent } from '../../ui/form/number-fields'

/** What is typed of a service; the same fields to give one and to change it. */
export interface ValeursAffectation extends FieldValues {
  roleId: string
  quotite: number
  regimeId: string
  heuresEnseignementHebdo: number | null
  residenceId: string | null
  reseauIds: string[]
  debutLe: string
  finLe: string
}

/** Shape of those values, checked when a field is left; the register checks again. */
export const schemaValeurs = affectation
  .pick({
    roleId: true,
    quotite: true,
    regimeId: true,
    heuresEnseignementHebdo: true,
    residenceId: true,
    debutLe: true,
    finLe: true,
  })
  .extend({
    roleId: id.min(1, 'Choisissez un rôle.'),
    regimeId: id.min(1, 'Choisissez un régime de service.'),
    reseauIds: z.array(id),
  })

/** While a number or a day is half typed, the schema speaks and the rules wait. */
export const estLisible = ({ quotite, debutLe, finLe }: ValeursAffectation): boolean =>
  schemaValeurs.pick({ quotite: true, debutLe: true, finLe: true }).safeParse({ quotite, debutLe, finLe }).success

async function chercher(texte: string, signal: AbortSignal): Promise<Found[]> {
  const trouves = await call(chercherEtablissements, { texte }, { signal })
  return trouves.map(({ id, uai, nom, commune, etat }) => ({
    value: id,
    label: `${nom}, ${commune}`,
    detail: etat === 'ferme' ? `${uai}, fermé` : uai,
  }))
}

export const categorieDe = (regimes: readonly Vocabulaire[], regimeId: string): CategorieRegime | null =>
  (regimes.find(({ id }) => id === regimeId)?.categorie ?? null) as CategorieRegime | null

interface ChampsProps<Values extends ValeursAffectation> {
  form: FormModel<Values>
  anneeId: string
  civilite: Civilite | null
  /** Régime being typed: the mixed one asks for the weekly hours. */
  regimeId: string
  roleId: string
  /** Label of the residence held when the form opens. */
  residence?: { id: string; nom: string; commune: string } | null
  required?: boolean
}

/** In a grid of four columns. */
export function ChampsAffectation<Values extends ValeursAffectation>(props: ChampsProps<Values>) {
  const { form, anneeId, civilite, regimeId, roleId, residence, required = true } = props
  const name = (champ: keyof ValeursAffectation & string) => champ as FieldPath<Values>
  const roles = useTermes('role')
  const regimes = useTermes('regimeService')
  const reseaux = useOperation(listerReseaux, { anneeId }).data ?? []
  const choixReseaux = reseaux.filter(({ actif }) => actif === 1).map(({ id, nom }) => ({ value: id, label: nom }))
  const mixte = categorieDe(regimes, regimeId) === 'mixte'
  const nomDeLaResidence = residence ? `${residence.nom}, ${residence.commune}` : undefined
  return (
    <>
      <FieldChoix
        form={form}
        name={name('roleId')}
        label="Rôle"
        options={choixDe(roles, { civilite, tenu: roleId })}
        required={required}
        span={2}
      />
      <FieldChoix
        form={form}
        name={name('regimeId')}
        label="Régime de service"
        options={choixDe(regimes, { tenu: regimeId })}
        required={required}
        span={2}
      />
      <FieldPourcent
        form={form}
        name={name('quotite')}
        label="Quotité"
        required={required}
        // What the rules say of it is long: it takes the place that the row leaves.
        span={mixte ? 1 : 2}
      />
      {mixte && (
        <FieldHeures form={form} name={name('heuresEnseignementHebdo')} label="Devant élèves, par semaine" required />
      )}
      <FieldJour form={form} name={name('debutLe')} label="Du" required={required} />
      <FieldJour form={form} name={name('finLe')} label="Au" required={required} />
      <FieldRecherche
        form={form}
        name={name('residenceId')}
        label="Résidence administrative"
        search={chercher}
        display={(value) => (value === residence?.id ? nomDeLaResidence : undefined)}
        placeholder="Nom, commune ou UAI…"
        span={2}
      />
      <FieldChoixMultiple form={form} name={name('reseauIds')} label="Réseaux" options={choixReseaux} span={2} />
    </>
  )
}
