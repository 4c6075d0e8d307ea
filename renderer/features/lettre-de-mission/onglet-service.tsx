import { z } from 'zod'
import { libellesLettre } from '../../../shared/domain/lettre-de-mission/libelles'
import { chercherEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import {
  definirReseauxLettre,
  type LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listerModeles } from '../../../shared/domain/modele-lettre/modele-lettre.contract'
import { listerReseaux } from '../../../shared/domain/reseau/reseau.contract'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { call } from '../../ipc/call'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { FieldBooleen, FieldChoix, FieldChoixMultiple } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FieldRecherche, type Found } from '../../ui/form/field-recherche'
import { FormGrid } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { FieldHeures, FieldPourcent } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { aLEcran } from '../../ui/format'
import type { ChampsLettre } from './lettre-form'

export const trouverEtablissement = async (texte: string, signal: AbortSignal): Promise<Found[]> =>
  (await call(chercherEtablissements, { texte }, { signal })).map(({ id, nom, uai, commune }) => ({
    value: id,
    label: nom,
    detail: `${uai} · ${commune}`,
  }))

/** Who, how much, from when to when, where. */
export function OngletService({ form, lue }: { form: FormModel<ChampsLettre>; lue: LettreLue }) {
  const modeles = useOperation(listerModeles, {}).data ?? []
  const termes = useOperation(listerVocabulaires, {}).data ?? []
  const regimes = termes.filter(
    ({ liste, actif, id }) => liste === 'regimeService' && (actif === 1 || id === lue.lettre.regimeId),
  )
  return (
    <>
      <FormGrid columns={2}>
        <FieldPourcent form={form} name="quotite" label={libellesLettre.quotite} required />
        <FieldChoix
          form={form}
          name="regimeId"
          label={libellesLettre.regimeId}
          required
          options={regimes.map(({ id, libelle }) => ({ value: id, label: aLEcran(libelle) }))}
        />
        <FieldHeures
          form={form}
          name="heuresDues"
          label={libellesLettre.heuresDues}
          required
          help={aLEcran(lue.explicationHeures)}
        />
        <FieldBooleen form={form} name="heuresMasquees" label={libellesLettre.heuresMasquees} />
        <FieldJour form={form} name="dateEffetLe" label={libellesLettre.dateEffetLe} required />
        <FieldJour form={form} name="finLe" label={libellesLettre.finLe} required />
        <FieldJour form={form} name="etablieLe" label={libellesLettre.etablieLe} help="Imprimée en toutes lettres." />
        <FieldText form={form} name="reference" label={libellesLettre.reference} />
        <FieldRecherche
          form={form}
          name="residenceId"
          label={libellesLettre.residenceId}
          span={2}
          search={trouverEtablissement}
          display={(id) =>
            id === lue.lettre.residenceId && lue.residence ? `${lue.residence.nom} (${lue.residence.uai})` : undefined
          }
        />
      </FormGrid>
      <Reseaux lue={lue} />
      <FormGrid columns={2}>
        <FieldTextarea
          form={form}
          name="perimetre"
          label={libellesLettre.perimetre}
          help="Bassin, district, précisions."
          span={2}
          rows={2}
        />
        <FieldChoix
          form={form}
          name="modele"
          label={libellesLettre.modele}
          required
          span={2}
          options={modeles.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        />
      </FormGrid>
    </>
  )
}

// `lignes`, as the register names them: what it says of them is shown under the field.
const schemaReseaux = z.object({ lignes: z.array(z.string()) })

function Reseaux({ lue: { lettre, reseaux } }: { lue: LettreLue }) {
  const tous = useOperation(listerReseaux, { anneeId: lettre.anneeId }).data ?? []
  const definir = useCommand(definirReseauxLettre)
  const form = useAutosaveForm<{ lignes: string[] }>({
    schema: schemaReseaux,
    values: { lignes: reseaux.map(({ reseauId }) => reseauId) },
    save: async (_patch, { lignes }, { lignes: montrees = lignes }) => {
      await definir.mutateAsync({
        id: lettre.id,
        lignes: lignes.map((reseauId) => ({ reseauId })),
        attendues: montrees.map((reseauId) => ({ reseauId })),
      })
    },
  })
  const options = tous.filter(({ actif, id }) => actif === 1 || reseaux.some(({ reseauId }) => reseauId === id))
  return (
    <FormGrid columns={1}>
      <FieldChoixMultiple
        form={form}
        name="lignes"
        label="Réseaux"
        options={options.map(({ id, nom, type }) => ({ value: id, label: nom, group: type }))}
      />
    </FormGrid>
  )
}
