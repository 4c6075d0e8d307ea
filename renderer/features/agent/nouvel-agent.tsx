import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { agent, type Civilite } from '../../../shared/domain/agent/agent'
import { chercherAgents, creerAgent } from '../../../shared/domain/agent/agent.contract'
import { aUnContrat } from '../../../shared/domain/agent/regles'
import type { CategorieStatut } from '../../../shared/domain/vocabulaire/vocabulaire'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { choixDe, useTermes } from '../../vocabulaires'
import { useBrouillon } from '../../brouillon'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { navigate } from '../../ui/router'
import { choixCivilite } from './agent-form'
import classes from './agent.module.css'
import { ChampsAffectation, schemaValeurs, type ValeursAffectation } from './champs-affectation'

interface Values extends ValeursAffectation {
  civilite: Civilite | null
  nom: string
  prenom: string
  courriel: string
  telephone: string
  statutId: string | null
  corpsId: string | null
  contratFinLe: string | null
}

/** A name is enough; a rôle begins a service, which then needs its régime. */
const schema = agent
  .pick({
    civilite: true,
    nom: true,
    prenom: true,
    courriel: true,
    telephone: true,
    statutId: true,
    corpsId: true,
    contratFinLe: true,
  })
  .extend({ ...schemaValeurs.shape, roleId: z.string(), regimeId: z.string() })
  .refine(({ roleId, regimeId }) => roleId === '' || regimeId !== '', {
    path: ['regimeId'],
    message: 'Choisissez le régime de service de cette affectation.',
  })

/** Somebody new, with the service of the year when it is known. */
export function NouvelAgent({ onClose }: { onClose: () => void }) {
  const anneeId = useAnneeId()
  const creer = useCommand(creerAgent)
  const statuts = useTermes('statut')
  const corps = useTermes('corps')
  const form = useSubmitForm<Values>({
    schema,
    values: useMemo(() => vide(anneeId), [anneeId]),
    draft: useBrouillon('nouvelAgent'),
    submit: async (saisie) => {
      const { id } = await creer.mutateAsync(entree(saisie, anneeId))
      navigate(paths.agent.href({ id }))
    },
  })
  const saisie = useWatch({ control: form.control }) as Values
  const statut = (statuts.find(({ id }) => id === saisie.statutId)?.categorie ?? null) as CategorieStatut | null
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Nouvel agent"
      size="xl"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form} onDone={onClose}>
            Créer l’agent
          </SubmitButton>
        </>
      }
    >
      <DraftOffer form={form} />
      <FormGrid columns={4}>
        <FieldChoix form={form} name="civilite" label="Civilité" options={choixCivilite} clearable />
        <FieldText form={form} name="nom" label="Nom" required span={2} />
        <FieldText form={form} name="prenom" label="Prénom" required />
        <FieldText form={form} name="courriel" label="Courriel professionnel" span={2} />
        <FieldText form={form} name="telephone" label="Téléphone professionnel" span={2} />
        <FieldChoix
          form={form}
          name="statutId"
          label="Statut"
          options={choixDe(statuts, { civilite: saisie.civilite })}
          clearable
          span={aUnContrat(statut) ? 1 : 2}
        />
        {aUnContrat(statut) && <FieldJour form={form} name="contratFinLe" label="Fin de contrat" />}
        <FieldChoix
          form={form}
          name="corpsId"
          label="Corps"
          options={choixDe(corps, { civilite: saisie.civilite })}
          clearable
          span={2}
        />
      </FormGrid>
      <Homonyme nom={saisie.nom} prenom={saisie.prenom} />
      <h3 className={classes.sousTitre}>Affectation {anneeId}</h3>
      <p className={classes.aide}>Laissez le rôle vide pour créer la fiche seule.</p>
      <FormGrid columns={4}>
        <ChampsAffectation
          form={form}
          anneeId={anneeId}
          civilite={saisie.civilite}
          roleId={saisie.roleId}
          regimeId={saisie.regimeId}
          required={false}
        />
      </FormGrid>
    </Dialog>
  )
}

const vide = (anneeId: string): Values => ({
  civilite: null,
  nom: '',
  prenom: '',
  courriel: '',
  telephone: '',
  statutId: null,
  corpsId: null,
  contratFinLe: null,
  roleId: '',
  quotite: 100,
  regimeId: '',
  heuresEnseignementHebdo: null,
  residenceId: null,
  reseauIds: [],
  ...bornesAnneeScolaire(anneeId),
})

function entree(saisie: Values, anneeId: string) {
  const { roleId, quotite, regimeId, heuresEnseignementHebdo, residenceId, reseauIds, debutLe, finLe, ...identite } =
    saisie
  if (roleId === '') return identite
  const affectation = {
    anneeId,
    roleId,
    quotite,
    regimeId,
    heuresEnseignementHebdo,
    residenceId,
    reseauIds,
    debutLe,
    finLe,
  }
  return { ...identite, affectation }
}

/** Somebody of that name is perhaps already there: one person is typed once. */
function Homonyme({ nom, prenom }: { nom: string; prenom: string }) {
  const [texte] = useDebouncedValue(`${nom.trim()} ${prenom.trim()}`, 250)
  const complet = nom.trim() !== '' && prenom.trim() !== ''
  const trouves = useOperation(chercherAgents, { texte }, { enabled: complet }).data ?? []
  const [premier] = complet ? trouves : []
  if (!premier) return null
  return (
    <p className={classes.homonyme} role="status">
      {premier.libelle}
      {premier.detail && ` (${premier.detail})`} est déjà dans le registre.{' '}
      <a href={paths.agent.href({ id: premier.id })}>Ouvrir sa fiche</a>
    </p>
  )
}
