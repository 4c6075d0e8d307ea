import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { reseauMembre } from '../../../shared/domain/reseau/reseau'
import {
  ajouterMembres,
  type EtablissementDeReseau,
  listerReseaux,
  type ReseauDeListe,
} from '../../../shared/domain/reseau/reseau.contract'
import { categoriesVocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { compte } from '../../../shared/nombres'
import { id } from '../../../shared/schema'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { direSuite } from '../../membres'
import { useAnneeId } from '../../session'
import { aujourdhui } from '../../today'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'

interface RattacherProps {
  etablissements: readonly EtablissementDeReseau[]
  onDone: () => void
}

/** Makes the établissements chosen members of one network, in one step. */
export function Rattacher({ etablissements, onDone }: RattacherProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button disabled={etablissements.length === 0} onClick={() => setOpened(true)}>
        Rattacher {compte(etablissements.length, 'établissement')} à un réseau…
      </Button>
      {opened && <Saisie etablissements={etablissements} onDone={onDone} onClose={() => setOpened(false)} />}
    </>
  )
}

interface Values {
  reseauId: string
  debutLe: string
}

const schema = reseauMembre.pick({ debutLe: true }).extend({ reseauId: id.min(1, 'Choisissez un réseau.') })

const ordreDesCategories: readonly string[] = categoriesVocabulaire.typeReseau

/** Active networks by type, FOQUALE first; in each, those of the départements of the établissements first. */
function choixDe(reseaux: readonly ReseauDeListe[], departements: ReadonlySet<string>) {
  const loin = ({ departement }: ReseauDeListe): number => Number(!departements.has(departement ?? ''))
  const rang = ({ categorie }: ReseauDeListe): number => ordreDesCategories.indexOf(categorie)
  return reseaux
    .filter(({ actif }) => actif === 1)
    .toSorted((a, b) => rang(a) - rang(b) || loin(a) - loin(b))
    .map(({ id: value, nom, type }) => ({ value, label: nom, group: type }))
}

function Saisie({ etablissements, onDone, onClose }: RattacherProps & { onClose: () => void }) {
  const anneeId = useAnneeId()
  const reseaux = useOperation(listerReseaux, { anneeId }).data
  const ajouter = useCommand(ajouterMembres)
  const options = useMemo(
    () => choixDe(reseaux ?? [], new Set(etablissements.map(({ departement }) => departement))),
    [reseaux, etablissements],
  )
  const values = useMemo((): Values => ({ reseauId: '', debutLe: jourDeReference(anneeId, aujourdhui()) }), [anneeId])
  const form = useSubmitForm<Values>({
    schema,
    values,
    submit: async (saisie) => {
      const membres = etablissements.map(({ id: etablissementId }) => ({ ...saisie, etablissementId }))
      direSuite(await ajouter.mutateAsync({ membres }), { un: 'rattaché', plusieurs: 'rattachés' })
      onClose()
      onDone()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Rattacher ${compte(etablissements.length, 'établissement')}`}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form}>Rattacher au réseau</SubmitButton>
        </>
      }
    >
      <FormGrid columns={1}>
        <FieldChoix form={form} name="reseauId" label="Réseau" options={options} required />
        <FieldJour form={form} name="debutLe" label="Entrés le" required />
      </FormGrid>
    </Dialog>
  )
}
