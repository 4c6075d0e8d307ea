import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { Apercu } from './apercu'
import { choisirEtApercevoir } from './choisir-fichier'
import { choixVide, useAnalyse } from './use-analyse'
import { useGestes } from './use-choix'

/** From a workbook to the register: nothing is written before the last button. */
export function ImportPage({ jeton, nom }: { jeton: string; nom: string }) {
  const gestes = useGestes(choixVide(jeton), { jeton, nom, but: 'classeur' })
  const analyse = useAnalyse(gestes.choix, useAnneeId())
  const [premiere, setPremiere] = useState<string>()
  const { plan } = analyse
  if (plan && premiere === undefined) setPremiere(plan.empreinte)
  const onAutreFichier = (): void => void choisirEtApercevoir('classeur')
  if (plan)
    return (
      <Apercu
        plan={plan}
        gestes={gestes}
        analyse={analyse}
        change={premiere !== undefined && premiere !== plan.empreinte}
        onAutreFichier={onAutreFichier}
      />
    )
  return (
    <Page title="Importer un classeur" state={nom}>
      {analyse.error || !analyse.running ? (
        <div role="alert">
          <EmptyState
            title={analyse.error ? 'Ce classeur ne peut pas être lu' : 'Lecture annulée'}
            action={
              <>
                <Button variant={analyse.error ? 'filled' : 'default'} onClick={onAutreFichier}>
                  Choisir un autre classeur…
                </Button>
                <Button variant={analyse.error ? 'default' : 'filled'} onClick={analyse.retry}>
                  Lire de nouveau
                </Button>
              </>
            }
          >
            {analyse.error?.message ?? 'Rien n’a été écrit dans le registre.'}
          </EmptyState>
        </div>
      ) : (
        <LongWork title="Lecture du classeur" work={analyse} />
      )}
    </Page>
  )
}
