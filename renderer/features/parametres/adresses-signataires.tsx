import { useMemo } from 'react'
import { z } from 'zod'
import { afficheDepartement } from '../../../shared/academies'
import { adresseSaisie } from '../../../shared/domain/courriel/adresse'
import {
  type AdressesDeSignataire,
  definirAdresse,
  listerAdresses,
} from '../../../shared/domain/courriel/courriel.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ErrorState, Loading } from '../../ui/empty-state'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { Section } from '../../ui/section'
import classes from './parametres.module.css'

/** Where the drafts for signatories are addressed: an IA-DASEN has an address in each département. */
export function AdressesSignataires() {
  const query = useOperation(listerAdresses, {})
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  if (!query.data) return <Loading />
  const { signataires, departements } = query.data
  return (
    <Section
      title="À qui les brouillons sont adressés"
      description="Un agent reçoit à l’adresse de sa fiche. Un signataire reçoit à l’adresse de son département, à défaut à celle des autres départements ; un chef d’établissement, à défaut, à celle de son établissement."
    >
      {signataires.map((signataire) => (
        <Signataire
          key={`${signataire.signataireId} ${departements.join()}`}
          signataire={signataire}
          // One département only: it is all of them.
          departements={departements.length > 1 ? departements : []}
        />
      ))}
    </Section>
  )
}

/** '' : all the départements. Prefixed: a bare number would be read as a place in a list. */
const cleDe = (departement: string): string => `d${departement}`

interface SignataireProps {
  signataire: AdressesDeSignataire
  departements: readonly string[]
}

function Signataire({
  signataire: { signataireId, libelle, courriel, parDepartement },
  departements,
}: SignataireProps) {
  const definir = useCommand(definirAdresse)
  const propres = useMemo(() => (parDepartement === null ? [] : departements), [parDepartement, departements])
  const schema = useMemo(
    () => z.object(Object.fromEntries(['', ...propres].map((departement) => [cleDe(departement), adresseSaisie]))),
    [propres],
  )
  const form = useAutosaveForm<Record<string, string>>({
    schema,
    values: Object.fromEntries([
      [cleDe(''), courriel],
      ...propres.map((departement) => [cleDe(departement), parDepartement?.[departement] ?? '']),
    ]) as Record<string, string>,
    save: async (patch) => {
      for (const [cle, adresse] of Object.entries(patch))
        await definir.mutateAsync({ signataireId, departement: cle.slice(1), courriel: adresse ?? '' })
    },
  })
  return (
    <div className={classes.adresses} role="group" aria-label={libelle}>
      <p className={classes.nomAdresse}>
        <strong>{libelle}</strong>
        <SaveStatus form={form} />
      </p>
      <FormGrid columns={2}>
        <FieldText form={form} name={cleDe('')} label={propres.length === 0 ? 'Adresse' : 'Les autres départements'} />
        {propres.map((departement) => (
          <FieldText
            key={departement}
            form={form}
            name={cleDe(departement)}
            label={`Département ${afficheDepartement(departement)}`}
          />
        ))}
      </FormGrid>
    </div>
  )
}
