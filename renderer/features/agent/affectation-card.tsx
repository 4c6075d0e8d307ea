import { Button } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import {
  definirReseaux,
  modifierAffectation,
  supprimerAffectation,
} from '../../../shared/domain/affectation/affectation.contract'
import { controlerAffectation } from '../../../shared/domain/affectation/regles'
import type { AffectationAffichee, FicheAgent } from '../../../shared/domain/agent/agent.contract'
import { majusculeInitiale } from '../../../shared/text'
import { useCommand } from '../../ipc/use-operation'
import { useAvantDeSupprimer } from '../../suppression'
import { useTermes } from '../../vocabulaires'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { aLEcran, formatValeur } from '../../ui/format'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import {
  categorieDe,
  ChampsAffectation,
  estLisible,
  schemaValeurs,
  type ValeursAffectation,
} from './champs-affectation'
import type { useReconduction } from '../../reconduction/use-reconduction'

interface AffectationCardProps {
  affectation: AffectationAffichee
  fiche: FicheAgent
  reconduction: ReturnType<typeof useReconduction>
}

/** One service of the year, written as each field is left, judged while it is typed. */
export function AffectationCard({ affectation, fiche, reconduction }: AffectationCardProps) {
  const form = useAffectationForm(affectation, fiche)
  const { roleId, regimeId } = form.saisie
  return (
    <Section
      shows={affectation.id}
      title={`${majusculeInitiale(affectation.role)}, ${formatValeur('pourcentage', affectation.quotite)}`}
      actions={
        <>
          <SaveStatus form={form} />
          <Button
            variant="default"
            loading={reconduction.running}
            onClick={() => void reconduction.run({ affectationIds: [affectation.id] })}
          >
            Reconduire en {reconduction.suivante}
          </Button>
          <Supprimer affectation={affectation} />
        </>
      }
    >
      <FormGrid columns={4}>
        <ChampsAffectation
          form={form}
          anneeId={affectation.anneeId}
          civilite={fiche.agent.civilite}
          roleId={roleId}
          regimeId={regimeId}
          residence={affectation.residence}
        />
      </FormGrid>
    </Section>
  )
}

function useAffectationForm(affectation: AffectationAffichee, fiche: FicheAgent) {
  const modifier = useCommand(modifierAffectation)
  const definir = useCommand(definirReseaux)
  const regimes = useTermes('regimeService')
  const { roleId, quotite, regimeId, heuresEnseignementHebdo, residenceId, debutLe, finLe } = affectation
  const base = useAutosaveForm<ValeursAffectation>({
    schema: schemaValeurs,
    values: {
      roleId,
      quotite,
      regimeId,
      heuresEnseignementHebdo,
      residenceId,
      debutLe,
      finLe,
      reseauIds: affectation.reseaux.map((reseau) => reseau.id),
    },
    save: async ({ reseauIds, ...champs }, _tout, attendu) => {
      if (Object.keys(champs).length > 0) await modifier.mutateAsync({ id: affectation.id, champs, attendu })
      if (reseauIds) await definir.mutateAsync({ id: affectation.id, reseauIds })
    },
  })
  const saisie = useWatch({ control: base.control }) as ValeursAffectation
  const regime = regimes.find((terme) => terme.id === saisie.regimeId)
  const categorie = categorieDe(regimes, saisie.regimeId)
  const autres = fiche.affectations
    .filter((autre) => autre.anneeId === affectation.anneeId && autre.id !== affectation.id)
    .map((autre) => ({ ...autre, libelle: autre.role }))
  const constats = estLisible(saisie)
    ? controlerAffectation(saisie, {
        annee: { id: affectation.anneeId, ...bornesAnneeScolaire(affectation.anneeId) },
        regime: regime && categorie ? { categorie, heures: regime.heures } : null,
        corpsOrsHebdo: fiche.corpsOrsHebdo,
        role: affectation.role,
        autres,
      })
    : []
  return { ...base, constats: constats.map((constat) => ({ ...constat, message: aLEcran(constat.message) })), saisie }
}

function Supprimer({ affectation }: { affectation: AffectationAffichee }) {
  const supprimer = useCommand(supprimerAffectation)
  const avantDeSupprimer = useAvantDeSupprimer()
  const remove = async (): Promise<void> => {
    const agreed = await avantDeSupprimer(
      { table: 'affectation', id: affectation.id },
      {
        quoi: 'cette affectation',
        question: {
          title: 'Supprimer cette affectation\u00a0?',
          message: `${majusculeInitiale(affectation.role)}, ${formatValeur('pourcentage', affectation.quotite)}, ${affectation.anneeId}.`,
          consequences: [
            'Ses rattachements aux réseaux sont supprimés avec elle.',
            'La fiche de l’agent et ses lettres sont gardées.',
          ],
          action: 'Supprimer l’affectation',
        },
      },
    )
    if (agreed) supprimer.mutate({ id: affectation.id }, { onError: notify.error })
  }
  return (
    <Button variant="default" onClick={() => void remove()} loading={supprimer.isPending}>
      Supprimer…
    </Button>
  )
}
