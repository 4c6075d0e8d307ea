import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { creerAffectation } from '../../../shared/domain/affectation/affectation.contract'
import { controlerAffectation } from '../../../shared/domain/affectation/regles'
import type { FicheAgent } from '../../../shared/domain/agent/agent.contract'
import { nomAffiche } from '../../../shared/text'
import { useCommand } from '../../ipc/use-operation'
import { useTermes } from '../../vocabulaires'
import { useBrouillon } from '../../brouillon'
import { Dialog } from '../../ui/dialog'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { aLEcran } from '../../ui/format'
import {
  categorieDe,
  ChampsAffectation,
  estLisible,
  schemaValeurs,
  type ValeursAffectation,
} from './champs-affectation'

interface NouvelleAffectationProps {
  fiche: FicheAgent
  anneeId: string
  onClose: () => void
}

/** One more service, for the year chosen at the top of the window. */
export function NouvelleAffectation({ fiche, anneeId, onClose }: NouvelleAffectationProps) {
  const { agent } = fiche
  const creer = useCommand(creerAffectation)
  const regimes = useTermes('regimeService')
  const values = useMemo<ValeursAffectation>(
    () => ({
      roleId: '',
      quotite: 100,
      regimeId: '',
      heuresEnseignementHebdo: null,
      residenceId: null,
      reseauIds: [],
      ...bornesAnneeScolaire(anneeId),
    }),
    [anneeId],
  )
  const base = useSubmitForm<ValeursAffectation>({
    schema: schemaValeurs,
    values,
    draft: useBrouillon(`nouvelleAffectation.${agent.id}`),
    submit: (saisie) => creer.mutateAsync({ ...saisie, agentId: agent.id, anneeId }),
  })
  const saisie = useWatch({ control: base.control }) as ValeursAffectation
  const regime = regimes.find(({ id }) => id === saisie.regimeId)
  const categorie = categorieDe(regimes, saisie.regimeId)
  const autres = fiche.affectations
    .filter((autre) => autre.anneeId === anneeId)
    .map((autre) => ({ ...autre, libelle: autre.role }))
  const constats = estLisible(saisie)
    ? controlerAffectation(saisie, {
        annee: { id: anneeId, ...bornesAnneeScolaire(anneeId) },
        regime: regime && categorie ? { categorie, heures: regime.heures } : null,
        corpsOrsHebdo: fiche.corpsOrsHebdo,
        role: 'cette affectation',
        autres,
      }).filter(({ champ }) => champ !== 'residenceId')
    : []
  const form = { ...base, constats: constats.map((constat) => ({ ...constat, message: aLEcran(constat.message) })) }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={`${nomAffiche(agent)}\u00a0: nouvelle affectation ${anneeId}`}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form} onDone={onClose}>
            Ajouter l’affectation
          </SubmitButton>
        </>
      }
    >
      <DraftOffer form={form} />
      <FormGrid columns={4}>
        <ChampsAffectation
          form={form}
          anneeId={anneeId}
          civilite={agent.civilite}
          roleId={saisie.roleId}
          regimeId={saisie.regimeId}
        />
      </FormGrid>
    </Dialog>
  )
}
